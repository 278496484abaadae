import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const paper =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/training/${ids.campaignId}/paper${rest}`]
const unknown = '0198c0de-0000-7000-8000-000000000000'
const nobodysFile: Row['answers'] = ['/sign-in', 'none', 'none', 'none', 'none', 'none']

/**
 * The rows of the matrix for what officers see of training. `personId` works at the site of the records: the lead of another
 * site knows of none of what they signed.
 */
export const trainingPeopleRows: Readonly<Record<string, Row>> = {
  '/training/people': {
    at: () => ['/training/people', '/training/people?state=late&sort=late', '/training/people?q=o&page=9'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
  },
  '/training/people/[personId]': {
    at: ({ ids }) => [`/training/people/${ids.personId}`],
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/training/people/[personId]/[assignmentId]/[what]': {
    at: ({ ids }) => [`/training/people/${ids.personId}/${ids.trainingId}/extend`],
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/training/people/[personId]/transcript.pdf': {
    at: ({ ids }) => [`/training/people/${ids.personId}/transcript.pdf`],
    answers: ['/sign-in', 'none', 'ok', 'none', 'none', 'ok'],
  },
  // Nobody has signed anything.
  '/training/people/[personId]/certificates/[attestationId]/certificate.pdf': {
    at: ({ ids }) => [`/training/people/${ids.personId}/certificates/${unknown}/certificate.pdf`],
    answers: nobodysFile,
  },
  '/export/training': {
    at: () => ['/export/training', '/export/training?format=xlsx'],
    answers: ['/sign-in', 'none', 'ok', 'ok', 'ok', 'ok'],
  },
  // The lead of another site gets a binder without the people of this one.
  '/training/[id]/binder.zip': {
    at: ({ ids }) => [`/training/${ids.campaignId}/binder.zip`],
    answers: ['/sign-in', 'none', 'ok', 'ok', 'none', 'ok'],
  },
  '/training/[id]/binder.pdf': {
    at: ({ ids }) => [`/training/${ids.campaignId}/binder.pdf`],
    answers: ['/sign-in', 'none', 'ok', 'ok', 'none', 'ok'],
  },
  '/training/[id]/paper': { at: paper(''), answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'] },
  '/training/[id]/paper/[sheetId]': {
    at: ({ ids }) => [`/training/${ids.campaignId}/paper/${ids.sheetId}`],
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/training/[id]/paper/[sheetId]/scan': {
    at: ({ ids }) => [`/training/${ids.campaignId}/paper/${ids.sheetId}/scan`],
    answers: [405, 405, 405, 405, 405, 405],
  },
  '/training/[id]/paper/[sheetId]/sheet.pdf': {
    at: ({ ids }) => [`/training/${ids.campaignId}/paper/${ids.sheetId}/sheet.pdf`],
    answers: ['/sign-in', 'none', 'none', 'none', 'none', 'ok'],
  },
}
