import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { Command } from '#lib/kernel/command'
import { now } from '#lib/platform/clock'
import { hashToken } from '#lib/platform/session'
import { giveAccount } from '#lib/testing/accounts'
import { agreementInputs, signedAgreement } from '#lib/testing/agreements'
import { facts, flowFacts, practiceWithSystem, systemInputs } from '#lib/testing/ai-systems'
import * as assessed from '#lib/testing/assessments'
import { calendarInputs } from '#lib/testing/calendar'
import { allCommands, commandNamesInSource } from '#lib/testing/commands-at'
import { addControl, controlInputs, unaimedControlInputs } from '#lib/testing/controls'
import { addCourse, courseInputs, unaimedCourseInputs } from '#lib/testing/courses'
import { digests } from '#lib/testing/digests'
import { closeSpools, fileInput } from '#lib/testing/evidence'
import { type FrameworkIds, frameworkInputs, frameworksOf } from '#lib/testing/frameworks'
import { csvFor, importInputs, uploadInputs } from '#lib/testing/imports'
import { type Outsider, outsidersOf } from '#lib/testing/outsiders'
import { personInputs } from '#lib/testing/people'
import { valueOf } from '#lib/testing/practice'
import {
  type QuestionnaireIds,
  questionnaireInputs,
  questionnairesOfEachKind,
} from '#lib/testing/questionnaires'
import * as reminders from '#lib/testing/reminders'
import * as risks from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import {
  type TrainingIds,
  trainingInputs,
  trainingOf,
  unaimedTrainingInputs,
} from '#lib/testing/training-inputs'
import { matchInput, type VendorIds, vendorInputs, vendorWithParts } from '#lib/testing/vendors'
import { editSystem } from './ai-systems/commands.ts'
import { createFlow } from './ai-systems/flow-commands.ts'
import { saveView } from './kernel/saved-views.ts'
import { createInvitation } from './people/links.ts'
import { evidence, importedRegistry, registry } from './registry.ts'
import type { Mapping } from './transfer/mapping.ts'

// Every command is called with ids of the first practice by people who have nothing to do with those records. That the
// same input reaches the record for its own officer shows that it is refused for the person's sake and not for its form.

const database = useTestDatabase()
const today = () => dayIn('America/Chicago', now())
const reason = 'Because of the test'

/** The ids of the first practice that the commands are given. All of it belongs to its site A. */
interface Ids extends reminders.ReminderIds, FrameworkIds {
  siteId: string
  systemId: string
  flowId: string
  vendor: VendorIds
  agreementId: string
  controlId: string
  courseId: string
  questionnaires: QuestionnaireIds
  risk: risks.RiskIds
  assessments: assessed.AssessmentIds
  training: TrainingIds
  viewId: string
  /** Has an e-mail address and a link to choose the first password. */
  personId: string
  linkId: string
  /** Has an account and a second factor. */
  holderId: string
  sessionId: string
  evidenceId: string
  batches: Record<string, string>
}
let ids: Ids
let practiceId: string
let owners: Actor
let commands: Map<string, Command<unknown>>
const others: Outsider[] = []

type Registers = 'AiSystem' | 'PhiFlow' | 'Vendor' | 'Agreement' | 'Risk' | 'Control' | 'Questionnaire'
type Versioned = Registers | 'Course' | 'Site' | 'Person' | 'Practice'

/** What the form of a record sends besides its facts. */
async function seen(table: Versioned, id: string): Promise<{ id: string; version: number }> {
  const { rows } = await database.owner.query<{ version: number }>(
    `SELECT version FROM "${table}" WHERE id = $1`,
    [id],
  )
  return { id, version: rows[0]?.version ?? 0 }
}

const system = () => seen('AiSystem', ids.systemId)

const more = () => ({ today: today(), ownerId: ids.holderId, reason })

type Input = () => unknown
/** One input for each command that names a record, in an order in which the first practice's officer can call them all. */
const aimed: Record<string, Input> = {
  'site.edit': async () => ({ ...(await seen('Site', ids.siteId)), name: 'Renamed', state: 'WI' }),
  'site.close': async () => ({ ...(await seen('Site', ids.siteId)), reason }),
  'site.reopen': () => ({ id: ids.siteId }),
  ...personInputs(
    () => ids,
    () => seen('Person', ids.personId),
    () => ({ today: today(), successorId: ids.holderId, reason }),
  ),
  ...systemInputs(() => ids, { system, flow: () => seen('PhiFlow', ids.flowId) }, more),
  'evidence.add': () => fileInput(ids.systemId),
  'evidence.infected': () => ({ kind: 'ai-system', recordId: ids.systemId, fileName: '', signature: '' }),
  'evidence.withdraw': () => ({ id: ids.evidenceId, reason }),
  'ai-system.archive': async () => ({ ...(await system()), reason }),
  'ai-system.restore': () => system(),
  ...vendorInputs(
    () => ids.vendor,
    () => seen('Vendor', ids.vendor.id),
    more,
  ),
  ...agreementInputs(
    () => ids.vendor.id,
    () => seen('Agreement', ids.agreementId),
    () => ({ today: today(), reason }),
  ),
  ...controlInputs(
    () => ids.controlId,
    () => seen('Control', ids.controlId),
    () => ({ today: today(), ownerId: ids.holderId, reason }),
  ),
  ...courseInputs(() => seen('Course', ids.courseId), more),
  ...frameworkInputs(() => ids, reason),
  ...questionnaireInputs(
    () => ids.questionnaires,
    (id) => seen('Questionnaire', id),
    reason,
  ),
  ...risks.riskInputs(
    () => ids,
    () => seen('Risk', ids.risk.id),
    more,
  ),
  ...trainingInputs(() => ({ ...ids.training, holderId: ids.holderId, siteId: ids.siteId, reason })),
  ...assessed.assessmentInputs(() => ({ ...ids.assessments, personId: ids.holderId, reason })),
  'vendor.match': () => matchInput(owners, ids.vendor.id),
  ...reminders.inputs(() => ({ ...ids, today: today(), toId: ids.holderId, reason })),
  'view.rename': () => ({ id: ids.viewId, name: 'Renamed', shared: 'no' }),
  'view.delete': () => ({ id: ids.viewId }),
  'session.revoke': () => ({ sessionId: ids.sessionId }),
  ...importInputs(Object.keys(importedRegistry), (kind) => ids.batches[kind], columns),
}

async function columns(kind: string): Promise<Mapping['columns']> {
  const { rows } = await database.owner.query<{ mapping: Mapping }>(
    'SELECT mapping FROM "ImportBatch" WHERE id = $1',
    [ids.batches[kind]],
  )
  return rows[0]?.mapping.columns ?? {}
}

/** Commands that name no record: they can only touch what is the caller's own, and these inputs they accept. */
const unaimed: Record<string, Input> = {
  'site.create': () => ({ name: 'Downtown', state: 'IL' }),
  'ai-system.propose': () => ({ name: 'A tool', purpose: 'To try it', patientData: 'no' }),
  'view.save': () => ({ kind: 'ai-system', name: 'A view', query: '' }),
  'practice.facts': async () => ({
    version: 1,
    name: 'Renamed',
    states: ['WI'],
    timeZone: 'America/Chicago',
  }),
  'practice.security': () => ({ version: 1, idleMinutes: 60, sessionHours: 24, mfaRoles: [] }),
  'practice.cadences': () => ({ version: 1, lengths: {} }),
  'practice.wipe-demo': async () => ({ name: owners.practiceName }),
  'session.revoke-others': () => ({}),
  ...calendarInputs,
  ...risks.unaimedRiskInputs,
  ...assessed.unaimedAssessmentInputs(() => ids.assessments),
  ...unaimedControlInputs,
  ...unaimedCourseInputs,
  ...unaimedTrainingInputs(() => ids.training),
  ...reminders.unaimedInputs(today),
  'account.change-password': () => ({
    current: 'orbit mango ledger',
    password: 'kestrel tundra 42',
    again: 'kestrel tundra 42',
  }),
  'second-factor.renew': () => ({ password: 'orbit mango ledger', code: '000000' }),
  'second-factor.new-codes': () => ({ password: 'orbit mango ledger' }),
  'audit.export': () => ({ selection: '' }),
  'evidence.open': () => ({ id: ids.evidenceId, how: 'download' }),
  'evidence.damage': () => ({ id: ids.evidenceId, errorId: 'X' }),
  ...Object.fromEntries(
    Object.keys(registry).map((kind): [string, Input] => [
      `${kind}.export`,
      () => ({ format: 'csv', selection: '', rows: 1 }),
    ]),
  ),
  ...uploadInputs(Object.keys(importedRegistry)),
}
/** Not exported, so out of reach but through what is: the export of the audit trail, which e2e/access asks for. */
const inside = ['audit.export']

function commandOf(name: string): Command<unknown> {
  const command = commands.get(name)
  if (!command) throw new Error(`there is no command ${name}`)
  return command
}

beforeAll(async () => {
  commands = await allCommands()

  const { practice, officer, id: systemId } = await practiceWithSystem(database.owner)
  practiceId = practice.id
  const siteId = practice.siteA
  const [holder, person] = [await practice.actor('it', [siteId]), await practice.actor('staff', [siteId])]
  for (const actor of [officer, holder]) await giveAccount(database.owner, actor)
  await database.owner.query(
    'UPDATE "Account" SET "totpConfirmedAt" = now(), "totpSecret" = \'sealed\' WHERE "personId" = $1',
    [holder.personId],
  )
  const session = await database.owner.query<{ id: string }>(
    `INSERT INTO "Session" (id, "practiceId", "personId", "tokenHash", stage, "createdAt", "lastSeenAt", "expiresAt") VALUES (gen_random_uuid(), $1, $2, $3, 'full', now(), now(), now() + interval '1 hour') RETURNING id`,
    [practiceId, officer.personId, hashToken('a browser of the officer')],
  )
  // Only an owner of the practice accepts risks.
  owners = { ...officer, held: [...officer.held, { role: 'owner', siteIds: 'all' }] }
  const flow = valueOf(await createFlow(officer, { ...flowFacts, systemId }))
  valueOf(await editSystem(officer, { ...facts, siteIds: [siteId], ...(await seen('AiSystem', systemId)) }))
  const vendor = await vendorWithParts(officer)
  const batches: Record<string, string> = {}
  for (const [kind, { imports }] of Object.entries(importedRegistry)) {
    const content = new TextEncoder().encode(csvFor[kind])
    batches[kind] = valueOf(await imports.upload(officer, { fileName: 'list.csv', content })).id
  }
  ids = {
    siteId,
    systemId,
    flowId: flow.id,
    vendor,
    agreementId: await signedAgreement(officer, vendor.id),
    controlId: await addControl(officer),
    courseId: await addCourse(officer),
    ...(await frameworksOf(officer)),
    questionnaires: await questionnairesOfEachKind(officer),
    risk: await risks.riskWithAction(officer, { systemIds: [systemId] }),
    assessments: await assessed.assessmentsOfEachKind(officer, systemId),
    training: await trainingOf(database.owner, officer, owners, { siteId, people: [holder, person] }),
    viewId: valueOf(await saveView(officer, { kind: 'ai-system', name: 'Mine', query: '' })).id,
    personId: person.personId,
    linkId: valueOf(await createInvitation(officer, { personId: person.personId })).linkId,
    holderId: holder.personId,
    sessionId: session.rows[0]?.id ?? '',
    evidenceId: valueOf(await evidence.commands.add(officer, await fileInput(systemId))).id,
    batches,
    ...(await reminders.insertAimed(database.owner, officer, siteId, today())),
  }
  others.push(...(await outsidersOf(database.owner, practice)))
})

afterAll(closeSpools)

describe('commands', () => {
  it('are all asked here', async () => {
    const inSource = (await commandNamesInSource()).flatMap((name) => {
      const kinds = Object.keys(name.endsWith('.export') ? registry : importedRegistry)
      return name.includes('${') ? kinds.map((kind) => name.replace(/\$\{.+\}/, kind)) : [name]
    })
    const asked = [...Object.keys(aimed), ...Object.keys(unaimed)]
    expect(asked.toSorted()).toEqual([...new Set([...inSource, ...commands.keys()])].toSorted())
    expect(asked.filter((name) => !commands.has(name))).toEqual(inside)
  })

  it.each(Object.entries(aimed))('%s reaches nothing of others', async (name, input) => {
    const before = await digests(database.owner)
    for (const { who, actor } of others) {
      const result = await commandOf(name)(actor, await input())
      expect(result.ok, who).toBe(false)
    }
    expect(await digests(database.owner)).toEqual(before)
  })

  it.each(Object.entries(unaimed).filter(([name]) => !inside.includes(name)))(
    '%s touches only the practice of whoever calls it',
    async (name, input) => {
      const before = await digests(database.owner, practiceId)
      const [stranger] = others
      if (stranger) await commandOf(name)(stranger.actor, await input())
      expect(await digests(database.owner, practiceId)).toEqual(before)
    },
  )

  // Last, because it changes what the others aim at.
  it.each(Object.entries(aimed))(
    '%s with the same input reaches the record for its officer',
    async (name, input) => {
      const result = await commandOf(name)(owners, await input())
      // A conflict is told only to somebody who may see the record.
      expect(result.ok ? 'ok' : result.code, result.ok ? '' : result.message).toMatch(/^(ok|conflict)$/)
    },
  )
})
