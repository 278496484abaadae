import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const course =
  (...rests: string[]) =>
  ({ ids }: CanaryPractice) =>
    rests.map((rest) => `/courses/${ids.courseId}${rest}`)

const readers: Row['answers'] = ['in', 'none', 'ok', 'ok', 'none', 'ok']
const officerOnly: Row['answers'] = ['in', 'none', 'none', 'none', 'none', 'ok']
const anyOfficer: Row['answers'] = ['in', 'none', 'none', 'none', 'ok', 'ok']

/** The rows of the matrix for courses. They belong to the whole practice, as vendors do. */
export const courseRows: Readonly<Record<string, Row>> = {
  '/courses': {
    at: () => ['/courses', '/courses?q=o&sort=-title', '/courses?state=changed'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/courses/[id]': { at: course(''), answers: readers, tells: true },
  '/courses/[id]/preview': {
    at: course('/preview', '/preview?version=1', '/preview?version=1&language=es'),
    answers: readers,
    tells: true,
  },
  '/courses/[id]/edit': { at: course('/edit'), answers: officerOnly, tells: true },
  '/courses/[id]/lesson': {
    at: course('/lesson', '/lesson?language=es'),
    answers: officerOnly,
    tells: true,
  },
  '/courses/[id]/package': {
    at: course('/package', '/package?language=es'),
    answers: officerOnly,
    tells: true,
  },
  // What it takes in, and from whom, is asked for by sending: training-package.spec.ts.
  '/courses/[id]/package/upload': {
    at: course('/package/upload'),
    answers: [405, 405, 405, 405, 405, 405],
  },
  '/courses/[id]/publish': { at: course('/publish'), answers: officerOnly, tells: true },
  '/courses/[id]/review': { at: course('/review'), answers: officerOnly, tells: true },
  '/courses/[id]/archive': { at: course('/archive'), answers: officerOnly, tells: true },
  '/courses/library': { at: () => ['/courses/library'], answers: anyOfficer },
  '/courses/new': { at: () => ['/courses/new'], answers: anyOfficer },
}
