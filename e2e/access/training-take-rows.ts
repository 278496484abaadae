import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const take =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/training/take/${ids.takeId}${rest}`]
const everybodyGets = (answer: number): Row['answers'] => [answer, answer, answer, answer, answer, answer]

/** The rows of the matrix for reading and signing: what somebody has to sign and has signed is theirs alone. */
export const trainingTakeRows: Readonly<Record<string, Row>> = {
  '/training/take/[assignmentId]': {
    at: take(''),
    answers: ['in', 'ok', 'none', 'none', 'none', 'none'],
  },
  '/training/take/[assignmentId]/send': { at: take('/send'), answers: everybodyGets(405) },
  '/training/take/[assignmentId]/package': { at: take('/package'), answers: everybodyGets(405) },
  '/training/take/[assignmentId]/certificate': { at: take('/certificate'), answers: everybodyGets(405) },
  // A file that the lesson does not show. What it shows is asked for in lesson-file.db.test.ts.
  '/training/take/[assignmentId]/file/[fileId]': {
    at: take('/file/none'),
    answers: ['/sign-in', 'none', 'none', 'none', 'none', 'none'],
  },
  '/training/mine': { at: () => ['/training/mine'], answers: ['in', 'ok', 'none', 'ok', 'ok', 'ok'] },
  '/training/mine/[id]': {
    at: ({ ids }) => [`/training/mine/${ids.ownRecordId}`],
    answers: ['in', 'ok', 'none', 'none', 'none', 'none'],
  },
  '/training/mine/transcript.pdf': {
    at: () => ['/training/mine/transcript.pdf'],
    // Nothing was ever asked of an officer of another practice.
    answers: ['/sign-in', 'ok', 'none', 'ok', 'none', 'ok'],
  },
  '/training/mine/[id]/certificate.pdf': {
    at: ({ ids }) => [`/training/mine/${ids.ownRecordId}/certificate.pdf`],
    answers: ['/sign-in', 'ok', 'none', 'none', 'none', 'none'],
  },
  '/training/kiosks': {
    at: ({ ids }) => ['/training/kiosks', `/training/kiosks?site=${ids.siteId}&q=a`],
    answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'],
  },
  // What a tablet's own cookies open, and what they do not, is in training-kiosk.spec.ts.
  '/kiosk': {
    at: ({ ids }) => ['/kiosk', `/kiosk?who=${ids.personId}&take=${ids.takeId}`],
    answers: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  '/kiosk/send': { at: () => ['/kiosk/send'], answers: everybodyGets(405) },
  '/kiosk/file/[fileId]': {
    at: ({ ids }) => [`/kiosk/file/none?training=${ids.takeId}`],
    answers: everybodyGets(404),
  },
}
