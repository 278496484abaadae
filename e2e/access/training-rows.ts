import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'
import { trainingPeopleRows } from './training-people-rows.ts'

const campaign =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/training/${ids.campaignId}${rest}`]
const plan =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/training/plans/${ids.planId}${rest}`]

const officerOnly: Row['answers'] = ['in', 'none', 'none', 'none', 'none', 'ok']
const anyOfficer: Row['answers'] = ['in', 'none', 'none', 'none', 'ok', 'ok']

/** The rows of the matrix for campaigns and plans. They belong to the whole practice; their people, to the sites. */
export const trainingRows: Readonly<Record<string, Row>> = {
  '/training': {
    at: () => ['/training', '/training?q=o&sort=-title', '/training?state=open'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/training/[id]': {
    at: ({ ids }) => [`/training/${ids.campaignId}`, `/training/${ids.campaignId}?state=open&page=9`],
    answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/training/[id]/edit': { at: campaign('/edit'), answers: officerOnly, tells: true },
  '/training/[id]/close': { at: campaign('/close'), answers: officerOnly, tells: true },
  '/training/[id]/archive': { at: campaign('/archive'), answers: officerOnly, tells: true },
  '/training/[id]/people': { at: campaign('/people'), answers: officerOnly, tells: true },
  '/training/[id]/remind': {
    at: campaign('/remind'),
    answers: ['in', 'none', 'none', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/training/late/[id]': {
    at: () => ['/training/late/0198c0de-0000-7000-8000-000000000000'],
    answers: ['in', 'none', 'none', 'none', 'none', 'none'],
  },
  '/training/new': { at: () => ['/training/new'], answers: anyOfficer },
  '/training/audience': {
    at: () => ['/training/audience', '/training/audience?group=nursing&site=x&since=y'],
    answers: [401, 'none', 'none', 'none', 'ok', 'ok'],
  },
  '/training/plans': {
    at: () => ['/training/plans'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/training/plans/new': { at: () => ['/training/plans/new'], answers: anyOfficer },
  '/training/plans/programme': { at: () => ['/training/plans/programme'], answers: anyOfficer },
  '/training/plans/[id]': { at: plan(''), answers: officerOnly, tells: true },
  '/training/plans/[id]/end': { at: plan('/end'), answers: officerOnly, tells: true },
  '/training/work-groups': { at: () => ['/training/work-groups'], answers: anyOfficer },
  '/training/leave': {
    at: () => ['/training/leave'],
    answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'],
  },
  ...trainingPeopleRows,
}
