import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const fixed = (path: string) => () => [path]
const person =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/people/${ids.personId}${rest}`]
const file =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/evidence/${ids.evidenceId}${rest}`]

/** The rows of the matrix for people, and for files on records. */
export const peopleRows: Readonly<Record<string, Row>> = {
  '/people': {
    at: () => ['/people', '/people?q=o'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/people/new': { at: fixed('/people/new'), answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'] },
  '/people/[id]': { at: person(''), answers: ['in', 'none', 'ok', 'none', 'none', 'ok'], tells: true },
  '/people/[id]/edit': {
    at: person('/edit'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/people/[id]/leave': {
    at: person('/leave'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/people/[id]/return': { at: person('/return'), answers: ['in', 'none', 'none', 'none', 'none', 'none'] },
  '/people/[id]/roles': {
    at: person('/roles'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/people/[id]/sign-in': {
    at: person('/sign-in'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },

  '/evidence/[id]': { at: file(''), answers: ['/sign-in', 'none', 'ok', 'none', 'none', 'ok'], tells: true },
  '/evidence/[id]/preview': {
    at: file('/preview'),
    answers: ['/sign-in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/evidence/[id]/view': {
    at: file('/view'),
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/evidence/[id]/renew': {
    at: file('/renew'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/evidence/[id]/withdraw': {
    at: file('/withdraw'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/evidence/new/[kind]/[record]': {
    at: ({ ids }) => [`/evidence/new/ai-system/${ids.systemId}`, `/evidence/new/person/${ids.personId}`],
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/evidence/upload': { at: fixed('/evidence/upload'), answers: [405, 405, 405, 405, 405, 405] },
}
