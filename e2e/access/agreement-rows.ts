import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const agreement =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/agreements/${ids.agreementId}${rest}`]
const officersOnly: Row['answers'] = ['in', 'none', 'none', 'none', 'none', 'ok']

/** The rows of the matrix for agreements and for the gate on patient data. */
export const agreementRows: Readonly<Record<string, Row>> = {
  // Like vendors, they belong to the whole practice: the lead of another site reads them and changes none.
  '/agreements': {
    at: () => ['/agreements', '/agreements?q=o&status=executed&sort=-title'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/agreements/[id]': { at: agreement(''), answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'], tells: true },
  '/agreements/[id]/edit': { at: agreement('/edit'), answers: officersOnly, tells: true },
  '/agreements/[id]/clauses': { at: agreement('/clauses'), answers: officersOnly, tells: true },
  '/agreements/[id]/terminate': { at: agreement('/terminate'), answers: officersOnly, tells: true },
  '/agreements/[id]/renew': { at: agreement('/renew'), answers: officersOnly, tells: true },
  // It has not been ended.
  '/agreements/[id]/data-return': {
    at: agreement('/data-return'),
    answers: ['in', 'none', 'none', 'none', 'none', 'none'],
  },
  '/agreements/[id]/archive': { at: agreement('/archive'), answers: officersOnly, tells: true },
  '/agreements/new': {
    at: ({ ids }) => [
      '/agreements/new',
      `/agreements/new?vendor=${ids.vendorId}`,
      `/agreements/new?after=${ids.agreementId}`,
    ],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/cover': {
    at: ({ ids }) => [`/ai-systems/${ids.systemId}/cover`],
    answers: officersOnly,
    tells: true,
  },
}
