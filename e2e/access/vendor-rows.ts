import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const vendor =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/vendors/${ids.vendorId}${rest}`]

const vendorPart = ({ vendorId }: CanaryPractice['ids'], parts: string, partId: string) => [
  `/vendors/${vendorId}/${parts}/new`,
  `/vendors/${vendorId}/${parts}/${partId}`,
]

/** The rows of the matrix for vendors. */
export const vendorRows: Readonly<Record<string, Row>> = {
  // The lead of another site reads vendors too, as they belong to the whole practice, and changes none.
  '/vendors': {
    at: () => ['/vendors', '/vendors?q=o&sort=-name'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/vendors/[id]': { at: vendor(''), answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'], tells: true },
  '/vendors/[id]/edit': {
    at: vendor('/edit'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/archive': {
    at: vendor('/archive'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/determine': {
    at: vendor('/determine'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/review': {
    at: vendor('/review'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/contacts/[partId]': {
    at: ({ ids }) => vendorPart(ids, 'contacts', ids.contactId),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/sub-processors/[partId]': {
    at: ({ ids }) => vendorPart(ids, 'sub-processors', ids.linkToHostId),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/[id]/certificates/[partId]': {
    at: ({ ids }) => vendorPart(ids, 'certificates', ids.certificateId),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/vendors/match': {
    at: () => ['/vendors/match'],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
    tells: true,
  },
  '/vendors/new': { at: () => ['/vendors/new'], answers: ['in', 'none', 'none', 'none', 'ok', 'ok'] },
}
