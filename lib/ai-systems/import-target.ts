import { dayOf, dayOrNull, isDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/command'
import type { ImportChange, ImportTarget, ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { optionLabel } from '#lib/kernel/table'
import { directoryLookups } from '#lib/people/directory'
import { recordOf } from './commands.ts'
import { changedFacts, importedFacts, refusalOf } from './import-values.ts'
import { stages } from './options.ts'
import { systemKeys, systemRows } from './queries.ts'
import { systemKind, systemPrefix, type SystemImport } from './schema.ts'
import { conclude, dueSync, settle } from './store.ts'
import type { SystemRow } from './table.ts'
import { systemTable } from './table.ts'

type Facts = Omit<SystemImport, 'siteIds' | 'safeguards'>

/** What an AI system is when nobody said anything about it; the columns that the database would fill likewise. */
const blank = {
  purpose: '',
  category: 'other',
  vendorName: '',
  product: '',
  modelName: '',
  runsWhere: 'unknown',
  productVersion: '',
  users: '',
  notes: '',
  reachesPatient: 'unknown',
  licensedReview: 'unknown',
  useKind: 'unknown',
  therapy: 'unknown',
  generative: 'unknown',
  decisionSupport: 'unknown',
  protectedInputs: [],
  patientData: 'unknown',
  stage: 'proposed',
  ownerId: null,
  backupId: null,
  reviewedOn: null,
  dataReviewedOn: null,
  logsReviewedOn: null,
  approvedOn: null,
  tierOverride: null,
  tierOverrideReason: '',
}

const reason = 'Imported'
const working = ['approved', 'in-use', 'suspended']
const nothing: Written = { records: [], events: [], due: [] }

async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothing
  const { tx, actor, now, today } = context
  const { practiceId } = actor
  const refs = await nextReferences(tx, practiceId, systemPrefix, rows.length)
  const made = rows.map((values, at) => {
    const { siteIds = [], safeguards = {}, ...given } = importedFacts(values)
    requireAt(actor, 'ai-system.import', siteIds)
    const facts = { ...blank, ...given, proposedOn: given.proposedOn ?? today }
    const approvedOn = given.approvedOn ?? (working.includes(facts.stage) ? facts.proposedOn : null)
    const { duties, ...concluded } = conclude(
      { ...facts, approvedOn, archived: false, flows: [] },
      actor.cadences,
    )
    // Nobody said since when it is in review, suspended or retired.
    const since =
      { proposed: facts.proposedOn, approved: approvedOn, 'in-use': approvedOn }[facts.stage] ?? today
    const system = {
      ...facts,
      ...concluded,
      id: newId(now.getTime()),
      ref: refs[at] ?? '',
      practiceId,
      approvedOn,
      stageSince: since,
      stageReason: reason,
      version: 1,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    return { system, siteIds, safeguards, duties }
  })
  await insertRows(
    tx,
    'AiSystem',
    made.map(({ system }) => system),
  )
  await insertSites(
    context,
    made.map(({ system, siteIds }) => ({ id: system.id, siteIds })),
  )
  await putSafeguards(
    context,
    made.map(({ system, safeguards }) => ({ id: system.id, safeguards })),
  )
  return {
    records: made.map(({ system }) => ({ id: system.id, label: `${system.ref} ${system.name}`, version: 1 })),
    events: made.map(({ system }) => ({
      sentence: `Brought in as ${optionLabel(stages, system.stage).toLowerCase()} ${cause}`,
      record: recordOf({ id: system.id, label: `${system.ref} ${system.name}` }),
    })),
    due: made.map(({ system, siteIds, duties }) => dueSync(system, siteIds, duties)),
  }
}

async function insertSites(
  { tx, actor }: CommandContext,
  rows: readonly { id: string; siteIds: readonly string[] }[],
): Promise<void> {
  await insertRows(
    tx,
    'AiSystemSite',
    rows.flatMap(({ id, siteIds }) =>
      siteIds.map((siteId) => ({ practiceId: actor.practiceId, systemId: id, siteId })),
    ),
  )
}

/** Writes the given safeguards of many systems; a state or a note that is not given stays. */
async function putSafeguards(
  { tx, actor, now }: CommandContext,
  rows: readonly { id: string; safeguards: NonNullable<SystemImport['safeguards']> }[],
): Promise<void> {
  const entries = rows.flatMap(({ id, safeguards }) =>
    Object.entries(safeguards).map(([key, given]) => ({ systemId: id, key, given })),
  )
  if (entries.length === 0) return
  const systemIds = [...new Set(entries.map(({ systemId }) => systemId))]
  const existing = new Map(
    (await tx.safeguard.findMany({ where: { systemId: { in: systemIds } } })).map((row) => [
      `${row.systemId} ${row.key}`,
      row,
    ]),
  )
  const merged = entries.map(({ systemId, key, given }) => {
    const before = existing.get(`${systemId} ${key}`)
    const state = given.state ?? before?.state ?? 'unknown'
    const note = given.note ?? before?.note ?? ''
    return { before, row: { id: before?.id ?? newId(now.getTime()), systemId, key, state, note } }
  })
  await updateRows(
    tx,
    'Safeguard',
    merged.flatMap(({ before, row: { id, state, note } }) => (before ? [{ id, state, note }] : [])),
  )
  await insertRows(
    tx,
    'Safeguard',
    merged.flatMap(({ before, row }) => (before ? [] : [{ ...row, practiceId: actor.practiceId }])),
  )
}

/** Stage, its reason and day, and the approval that goes with it. `undo` carries what they were before an import. */
function stageOf(
  was: { stage: string; stageReason: string; stageSince: string; approvedOn: string | null },
  given: Partial<Facts>,
  undo: ImportValues,
  today: string,
) {
  const text = (key: string) => (typeof undo[key] === 'string' ? undo[key] : undefined)
  const stage = given.stage ?? was.stage
  const moved = stage !== was.stage
  const approval = moved
    ? working.includes(stage)
      ? (was.approvedOn ?? today)
      : stage === 'retired'
        ? null
        : was.approvedOn
    : was.approvedOn
  return {
    stage,
    stageReason: text('stageReason') ?? (moved ? reason : was.stageReason),
    stageSince: text('stageSince') ?? (moved ? today : was.stageSince),
    approvedOn: given.approvedOn === undefined ? approval : given.approvedOn,
  }
}

async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothing
  const { tx, actor, now, today } = context
  const ids = rows.map(({ id }) => id)
  await lockSystems(context, ids)
  const stageRows = await tx.aiSystem.findMany({
    where: { id: { in: ids } },
    select: { id: true, stage: true, stageReason: true, stageSince: true, approvedOn: true },
  })
  const stageBefore = new Map(
    stageRows.map((row) => [
      row.id,
      { ...row, stageSince: dayOf(row.stageSince), approvedOn: dayOrNull(row.approvedOn) },
    ]),
  )
  const before = byId(await systemRows(tx, actor, ids))
  const changes = rows.flatMap(({ id, values }) => {
    const [row, stage] = [before.get(id), stageBefore.get(id)]
    if (!row || !stage) return []
    const { siteIds, safeguards = {}, ...given } = changedFacts(values, row)
    requireAt(
      actor,
      'ai-system.import',
      row.sites.map((site) => site.id),
    )
    if (siteIds) requireAt(actor, 'ai-system.import', siteIds)
    return [{ id, row, stage, given, siteIds, safeguards, placed: stageOf(stage, given, values, today) }]
  })
  await updateRows(
    tx,
    'AiSystem',
    changes.map(({ id, row, given, placed }) => ({
      ...columnsOf(row, given),
      ...placed,
      id,
      version: row.version + 1,
      updatedAt: now.toISOString(),
    })),
  )
  await replaceSites(context, changes)
  await putSafeguards(context, changes)
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await systemRows(tx, actor, ids))
  const left = changes.flatMap(({ id, row, stage }) => {
    const now = after.get(id)
    return now ? [{ was: row, stage, now, label: `${now.ref} ${now.name}` }] : []
  })
  return {
    records: left.map(({ now, stage: { stageReason, stageSince, approvedOn }, label }) => ({
      id: now.id,
      label,
      version: now.version,
      undo: { stageReason, stageSince, approvedOn },
    })),
    events: left.map(({ was, now, label }) => ({
      sentence: `${changeSentence(systemTable, was, now) ?? 'Saved it without changes'}, ${cause}`,
      record: recordOf({ id: now.id, label }),
    })),
    due,
  }
}

const byId = (rows: readonly SystemRow[]) => new Map(rows.map((row) => [row.id, row]))

/** Every column that a file can set, with what was given in place of what was there. */
function columnsOf(row: SystemRow, given: Partial<Facts>) {
  const columns: Record<string, unknown> = { name: row.name, proposedOn: row.proposedOn }
  for (const key of Object.keys(blank) as (keyof typeof blank)[]) columns[key] = row[key]
  return { ...columns, ...given }
}

async function replaceSites(
  context: CommandContext,
  rows: readonly { id: string; siteIds: readonly string[] | undefined }[],
): Promise<void> {
  const moved = rows.flatMap(({ id, siteIds }) => (siteIds ? [{ id, siteIds }] : []))
  if (moved.length === 0) return
  await context.tx.aiSystemSite.deleteMany({ where: { systemId: { in: moved.map(({ id }) => id) } } })
  await insertSites(context, moved)
}

/** Locks systems until the transaction ends, always in the same order. */
export async function lockSystems({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "AiSystem" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}

async function retract(context: CommandContext, ids: readonly string[], cause: string): Promise<Written> {
  if (ids.length === 0) return nothing
  const { tx, actor, now } = context
  await lockSystems(context, ids)
  const rows = await systemRows(tx, actor, ids)
  for (const { sites } of rows)
    requireAt(
      actor,
      'ai-system.import',
      sites.map((site) => site.id),
    )
  await updateRows(
    tx,
    'AiSystem',
    rows.map(({ id, version }) => ({
      id,
      version: version + 1,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })),
  )
  return {
    records: rows.map(({ id, ref, name, version }) => ({
      id,
      label: `${ref} ${name}`,
      version: version + 1,
    })),
    events: rows.map(({ id, ref, name }) => ({
      sentence: `Archived it ${cause}`,
      record: recordOf({ id, label: `${ref} ${name}` }),
    })),
    due: await settle(context, { id: { in: [...ids] } }),
  }
}

/** How spreadsheets become AI systems. */
export const systemImport: ImportTarget<SystemRow> = {
  lookups: directoryLookups,
  keys: systemKeys,
  nameOf: (values) => (typeof values['name'] === 'string' ? values['name'] : ''),
  labelOf: (values) => (typeof values['name'] === 'string' ? values['name'] : ''),
  rows: systemRows,
  refuses: refusalOf,
  create,
  update,
  retract,
}
