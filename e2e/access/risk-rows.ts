import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const risk =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/risks/${ids.riskId}${rest}`]
const officersOnly: Row['answers'] = ['in', 'none', 'none', 'none', 'none', 'ok']

/** The rows of the matrix for risks. The risk of `riskId` is one of the whole practice: the lead of a site does not see it. */
export const riskRows: Readonly<Record<string, Row>> = {
  '/risks': {
    at: () => ['/risks', '/risks?q=o&level=high&state=open&sort=-nextDue'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/risks/[id]': {
    at: ({ ids }) => [`/risks/${ids.riskId}`, `/risks/${ids.siteRiskId}`],
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/risks/[id]/edit': { at: risk('/edit'), answers: officersOnly, tells: true },
  '/risks/[id]/requirements': {
    at: ({ ids }) => [
      `/risks/${ids.riskId}/requirements`,
      `/risks/${ids.riskId}/requirements?framework=${ids.frameworkId}`,
    ],
    answers: officersOnly,
    tells: true,
  },
  '/risks/[id]/score': { at: risk('/score'), answers: officersOnly, tells: true },
  '/risks/[id]/review': { at: risk('/review'), answers: officersOnly, tells: true },
  // Only an owner of the practice accepts.
  '/risks/[id]/accept': { at: risk('/accept'), answers: ['in', 'none', 'none', 'none', 'none', 'none'] },
  // It is not accepted.
  '/risks/[id]/end-acceptance': {
    at: risk('/end-acceptance'),
    answers: ['in', 'none', 'none', 'none', 'none', 'none'],
  },
  '/risks/[id]/close': { at: risk('/close'), answers: officersOnly, tells: true },
  '/risks/[id]/archive': { at: risk('/archive'), answers: officersOnly, tells: true },
  '/risks/[id]/actions/[partId]': {
    at: ({ ids }) => [`/risks/${ids.riskId}/actions/new`, `/risks/${ids.riskId}/actions/${ids.riskActionId}`],
    answers: officersOnly,
    tells: true,
  },
  '/risks/actions/[id]': {
    at: ({ ids }) => [`/risks/actions/${ids.riskActionId}`],
    answers: officersOnly,
    tells: true,
  },
  '/risks/new': { at: () => ['/risks/new'], answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'], tells: true },
  '/risks/library': {
    at: () => ['/risks/library', '/risks/library?category=privacy&all=yes'],
    answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/risks/map': {
    at: () => ['/risks/map', '/risks/map?side=target'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/settings/risk-scale': {
    at: () => ['/settings/risk-scale'],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
}
