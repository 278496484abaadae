import type { CanaryPractice } from '../support/practice.ts'
import type { Answer, Row } from './row.ts'

const open =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/assessments/${ids.assessmentId}${rest}`]
const signed =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/assessments/${ids.signedAssessmentId}${rest}`]

type Answers = [Answer, Answer, Answer, Answer, Answer, Answer]
/** The auditor reads; the lead of another site does not see a system that is not at theirs. */
const read: Answers = ['in', 'none', 'ok', 'none', 'none', 'ok']
const edited: Answers = ['in', 'none', 'none', 'none', 'none', 'ok']

/** The rows of the matrix for assessments of a system at one site. */
export const assessmentRows: Readonly<Record<string, Row>> = {
  '/assessments': {
    at: () => ['/assessments', '/assessments?q=o&sort=title&state=open'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/assessments/new': {
    at: ({ ids }) => [
      '/assessments/new',
      `/assessments/new?kind=section-1557&system=${ids.systemId}`,
      `/assessments/new?again=${ids.signedAssessmentId}`,
    ],
    answers: [
      'in',
      'none',
      'none',
      (path) => (path.includes('?') ? 'none' : 'ok'),
      (path) => (path.includes('?') ? 'none' : 'ok'),
      'ok',
    ],
    tells: true,
  },
  '/assessments/[id]': { at: open(''), answers: read, tells: true },
  '/assessments/[id]/edit': { at: open('/edit'), answers: edited, tells: true },
  '/assessments/[id]/archive': { at: open('/archive'), answers: edited, tells: true },
  '/assessments/[id]/correct': { at: signed('/correct'), answers: edited, tells: true },
  '/assessments/[id]/sign': { at: open('/sign'), answers: edited, tells: true },
  '/assessments/[id]/changes': { at: open('/changes'), answers: read, tells: true },
  '/assessments/[id]/findings': { at: open('/findings'), answers: read, tells: true },
  '/assessments/[id]/report': {
    at: ({ ids }) => [
      `/assessments/${ids.assessmentId}/report`,
      `/assessments/${ids.signedAssessmentId}/report`,
    ],
    answers: read,
    tells: true,
  },
  '/assessments/[id]/report.pdf': {
    at: ({ ids }) => [
      `/assessments/${ids.assessmentId}/report.pdf`,
      `/assessments/${ids.signedAssessmentId}/report.pdf`,
      `/assessments/${ids.signedAssessmentId}/report.pdf?copy=1`,
    ],
    answers: ['/sign-in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/assessments/[id]/parts/[part]': { at: open('/parts/govern'), answers: edited, tells: true },
  '/assessments/[id]/table/[part]': { at: open('/table/govern'), answers: edited, tells: true },
  '/assessments/[id]/answer/[question]': { at: open('/answer/rmf-govern-1-1'), answers: edited, tells: true },
  '/assessments/[id]/answer': {
    at: open('/answer'),
    answers: ['in', 'none', 'none', 'none', 'none', (path) => `${path as `/${string}`}/rmf-govern-1-5`],
  },
  '/assessments/[id]/copies/[number]': { at: signed('/copies/1'), answers: read, tells: true },
  '/assessments/[id]/save': { at: open('/save'), answers: [405, 405, 405, 405, 405, 405] },
  // It leads the officer on to the part. What a colleague gets to whom a part was given is in journeys/assessments.spec.ts.
  '/assessments/parts/[partId]': {
    at: ({ ids }) => [`/assessments/parts/${ids.assessmentPartId}`],
    answers: ['in', 'none', 'none', 'none', 'none', 307],
  },
}
