import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const questionnaire =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/questionnaires/${ids.questionnaireId}${rest}`]
const template =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/questionnaires/templates/${ids.templateId}${rest}`]

/** The rows of the matrix for questionnaires. They belong to the whole practice, as vendors do. */
export const questionnaireRows: Readonly<Record<string, Row>> = {
  '/questionnaires': {
    at: () => ['/questionnaires', '/questionnaires?q=o&sort=sentOn&stage=scored'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/questionnaires/new': {
    at: ({ ids }) => [
      '/questionnaires/new',
      `/questionnaires/new?vendor=${ids.vendorId}`,
      `/questionnaires/new?vendor=00000000-0000-7000-8000-000000000000`,
    ],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
    tells: true,
  },
  '/questionnaires/[id]': {
    at: questionnaire(''),
    answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/[id]/score/[question]': {
    at: questionnaire('/score/mfa'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/[id]/link': {
    at: questionnaire('/link'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/[id]/reopen': {
    at: questionnaire('/reopen'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/[id]/archive': {
    at: questionnaire('/archive'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/gaps/[id]': {
    at: ({ ids }) => [`/questionnaires/gaps/${ids.gapId}`],
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/templates': {
    at: () => ['/questionnaires/templates'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/questionnaires/templates/[template]': {
    at: template(''),
    answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/templates/[template]/[question]': {
    at: ({ ids }) => ['mfa', 'new'].map((key) => `/questionnaires/templates/${ids.templateId}/${key}`),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/questionnaires/templates/new': {
    at: () => ['/questionnaires/templates/new'],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
  // What a link that works shows, and to whom, is in questionnaires.spec.ts.
  '/questionnaire/[token]': {
    at: () => ['/questionnaire/not-a-token-of-any-link', `/questionnaire/${'A'.repeat(43)}`],
    answers: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  '/questionnaire/[token]/save': {
    at: () => ['/questionnaire/not-a-token-of-any-link/save'],
    answers: [405, 405, 405, 405, 405, 405],
  },
  '/questionnaire/[token]/file': {
    at: () => ['/questionnaire/not-a-token-of-any-link/file'],
    answers: [405, 405, 405, 405, 405, 405],
  },
}
