import type { CanaryPractice } from '../support/practice.ts'
import { agreementRows } from './agreement-rows.ts'
import { assessmentRows } from './assessment-rows.ts'
import { calendarRows } from './calendar-rows.ts'
import { controlRows } from './control-rows.ts'
import { overviewRows } from './overview-rows.ts'
import { questionnaireRows } from './questionnaire-rows.ts'
import { reminderRows } from './reminder-rows.ts'
import { riskRows } from './risk-rows.ts'
import type { Row } from './row.ts'
import { trainingRows } from './training-rows.ts'
import { vendorRows } from './vendor-rows.ts'

type Ids = CanaryPractice['ids']
const fixed = (path: string) => () => [path]
const system =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/ai-systems/${ids.systemId}${rest}`]
const person =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/people/${ids.personId}${rest}`]
const file =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/evidence/${ids.evidenceId}${rest}`]
const perKind =
  (path: (kind: string, ids: Ids) => string) =>
  ({ ids }: CanaryPractice) =>
    Object.keys(ids.batches).map((kind) => path(kind, ids))

/** One row for each route of the application; access.spec.ts fails on a route without one. */
export const matrix: Readonly<Record<string, Row>> = {
  '/': { at: fixed('/'), answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'] },
  '/account': { at: fixed('/account'), answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'] },
  '/account/second-factor': {
    at: fixed('/account/second-factor'),
    answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  // Nobody here has a second factor.
  '/account/recovery-codes': {
    at: fixed('/account/recovery-codes'),
    answers: ['in', 'none', 'none', 'none', 'none', 'none'],
  },

  '/ai-systems': {
    at: () => ['/ai-systems', '/ai-systems?q=o&sort=-name', '/ai-systems?stage=proposed'],
    answers: ['in', '/ai-systems/tools', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]': { at: system(''), answers: ['in', 'none', 'ok', 'none', 'none', 'ok'], tells: true },
  '/ai-systems/[id]/edit': {
    at: system('/edit'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/archive': {
    at: system('/archive'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/tier': {
    at: system('/tier'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/move/[to]': {
    at: system('/move/in-review'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/record/[what]': {
    at: ({ ids }) => ['review', 'data', 'logs'].map((what) => `/ai-systems/${ids.systemId}/record/${what}`),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/flows/new': {
    at: system('/flows/new'),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/flows/[flowId]': {
    at: ({ ids }) => [`/ai-systems/${ids.systemId}/flows/${ids.flowId}`],
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/[id]/flows/[flowId]/archive': {
    at: ({ ids }) => [`/ai-systems/${ids.systemId}/flows/${ids.flowId}/archive`],
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/ai-systems/new': {
    at: fixed('/ai-systems/new'),
    answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/ai-systems/owners': {
    at: fixed('/ai-systems/owners?q=scribe'),
    answers: ['in', 'none', 'none', 'ok', 'ok', 'ok'],
  },
  '/ai-systems/propose': {
    at: fixed('/ai-systems/propose'),
    answers: ['in', 'ok', 'none', 'ok', 'ok', 'ok'],
  },
  '/ai-systems/tools': { at: fixed('/ai-systems/tools'), answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'] },
  '/phi-flows': { at: fixed('/phi-flows'), answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'], tells: true },
  // Those who may read it are sent to its page below its AI system.
  '/phi-flows/[id]': {
    at: ({ ids }) => [`/phi-flows/${ids.flowId}`],
    answers: ['in', 'none', 307, 'none', 'none', 307],
  },
  '/due': { at: () => ['/due', '/due?q=o'], answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'], tells: true },

  ...calendarRows,
  ...overviewRows,
  ...vendorRows,
  ...controlRows,
  ...trainingRows,
  ...assessmentRows,
  ...agreementRows,
  ...reminderRows,
  ...questionnaireRows,
  ...riskRows,

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

  '/audit-trail': {
    at: ({ ids }) => [
      '/audit-trail',
      '/audit-trail?q=o',
      `/audit-trail?kind=ai-system&record=${ids.systemId}`,
    ],
    answers: ['in', 'none', 'ok', 'none', 'ok', 'ok'],
    tells: true,
  },
  '/audit-trail/export': {
    at: fixed('/audit-trail/export'),
    answers: ['/sign-in', 'none', 'ok', 'none', 'ok', 'ok'],
    tells: true,
  },

  '/settings': { at: fixed('/settings'), answers: ['in', 'none', 'none', 'none', 'ok', 'ok'] },
  '/settings/security': {
    at: fixed('/settings/security'),
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
  '/settings/cadences': {
    at: fixed('/settings/cadences'),
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
  // Neither is a demo practice.
  '/settings/demo': { at: fixed('/settings/demo'), answers: ['in', 'none', 'none', 'none', 'none', 'none'] },
  '/settings/sites': { at: fixed('/settings/sites'), answers: ['in', 'none', 'none', 'none', 'ok', 'ok'] },
  '/settings/sites/new': {
    at: fixed('/settings/sites/new'),
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
  '/settings/sites/[id]': {
    at: ({ ids }) => [`/settings/sites/${ids.siteId}`],
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
  },

  '/import': { at: fixed('/import'), answers: ['in', 'none', 'none', 'none', 'ok', 'ok'], tells: true },
  '/import/[kind]': {
    at: perKind((kind) => `/import/${kind}`),
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
  '/import/[kind]/[batch]/columns': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}/columns`),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/import/[kind]/[batch]/words': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}/words`),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/import/[kind]/[batch]': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}`),
    answers: ['in', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  // Nothing was brought in that could be undone.
  '/import/[kind]/[batch]/undo': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}/undo`),
    answers: ['in', 'none', 'none', 'none', 'none', 'none'],
  },
  '/import/upload': { at: fixed('/import/upload'), answers: [405, 405, 405, 405, 405, 405] },
  '/import/[kind]/[batch]/errors': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}/errors`),
    answers: ['none', 'none', 'none', 'none', 'none', 'ok'],
    tells: true,
  },
  '/import/[kind]/[batch]/progress': {
    at: perKind((kind, { batches }) => `/import/${kind}/${batches[kind]}/progress`),
    answers: ['none', 'none', 'none', 'none', 'none', 'ok'],
  },
  '/import/[kind]/template': {
    at: perKind((kind) => `/import/${kind}/template`),
    answers: ['none', 'none', 'none', 'none', 'ok', 'ok'],
  },
  '/export/[kind]': {
    at: perKind((kind) => `/export/${kind}?all=yes`),
    answers: ['/sign-in', 'none', 'ok', (path) => (path.includes('person') ? 'none' : 'ok'), 'ok', 'ok'],
    tells: true,
  },

  '/link/[token]': {
    at: fixed('/link/not-a-token-of-any-link'),
    answers: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  '/setup': {
    at: fixed('/setup'),
    answers: ['none', 'none', 'none', 'none', 'none', 'none'],
  },
  '/sign-in': { at: fixed('/sign-in'), answers: ['ok', '/', '/', '/', '/', '/'] },
  '/sign-in/second-factor': {
    at: fixed('/sign-in/second-factor'),
    answers: ['/sign-in?error=late', '/', '/', '/', '/', '/'],
  },
  '/sign-in/enrol': {
    at: fixed('/sign-in/enrol'),
    answers: ['/sign-in?error=late', '/', '/', '/', '/', '/'],
  },
  '/sign-in/recovery-codes': {
    at: fixed('/sign-in/recovery-codes'),
    answers: ['/sign-in', '/', '/', '/', '/', '/'],
  },
  '/sign-out': { at: fixed('/sign-out'), answers: [405, 405, 405, 405, 405, 405] },

  '/api/health': {
    at: () => ['/api/health', '/api/health?live'],
    answers: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  '/api/session': { at: fixed('/api/session'), answers: [405, 405, 405, 405, 405, 405] },
  '/api/people': {
    at: () => ['/api/people?q=obsidianite', '/api/people?q='],
    answers: [401, 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/api/drafts': { at: fixed('/api/drafts?form=ai-system/new'), answers: [405, 405, 405, 405, 405, 405] },
  '/api/auth/[...nextauth]': {
    at: () => ['/api/auth/session', '/api/auth/providers', '/api/auth/csrf'],
    answers: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
}
