import { dayOf, dayOrNull } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import { updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportValues, Written } from '#lib/kernel/record'
import { recordOf } from './commands.ts'
import * as shared from './import-rows.ts'
import { changedFacts } from './import-values.ts'
import { systemRows } from './queries.ts'
import { settle } from './store.ts'
import { type SystemRow, systemTable } from './table.ts'

/** Stage, its reason and day, and the approval that goes with it. `undo` carries what they were before an import. */
function stageOf(
  was: { stage: string; stageReason: string; stageSince: string; approvedOn: string | null },
  given: Partial<shared.ImportedFacts>,
  undo: ImportValues,
  today: string,
) {
  const text = (key: string) => (typeof undo[key] === 'string' ? undo[key] : undefined)
  const stage = given.stage ?? was.stage
  const moved = stage !== was.stage
  const approval = moved
    ? shared.approvedStages.includes(stage)
      ? (was.approvedOn ?? today)
      : stage === 'retired'
        ? null
        : was.approvedOn
    : was.approvedOn
  return {
    stage,
    stageReason: text('stageReason') ?? (moved ? shared.importReason : was.stageReason),
    stageSince: text('stageSince') ?? (moved ? today : was.stageSince),
    approvedOn: given.approvedOn === undefined ? approval : given.approvedOn,
  }
}

/** The link to a vendor was made for the name that stood there; another name ends it, and the undo brings it back. */
function linkOf(row: SystemRow, given: Partial<shared.ImportedFacts>, undo: ImportValues): string | null {
  if (typeof undo['vendorId'] === 'string') return undo['vendorId']
  return given.vendorName === undefined || given.vendorName === row.vendorName ? row.vendorId : null
}

/** Changes AI systems as a file says, in a constant number of statements. */
export async function updateSystems(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return shared.nothingWritten
  const { tx, actor, now, today } = context
  const ids = rows.map(({ id }) => id)
  await shared.lockSystems(context, ids)
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
    const placed = { ...stageOf(stage, given, values, today), vendorId: linkOf(row, given, values) }
    return [{ id, row, stage, given, siteIds, safeguards, placed }]
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
  await shared.replaceSites(context, changes)
  await shared.putSafeguards(context, changes)
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await systemRows(tx, actor, ids))
  const left = changes.flatMap(({ id, row, stage }) => {
    const now = after.get(id)
    return now ? [{ was: row, stage, now, label: `${now.ref} ${now.name}` }] : []
  })
  return {
    records: left.map(({ was, now, stage: { stageReason, stageSince, approvedOn }, label }) => ({
      id: now.id,
      label,
      version: now.version,
      undo: { stageReason, stageSince, approvedOn, vendorId: was.vendorId },
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
function columnsOf(row: SystemRow, given: Partial<shared.ImportedFacts>) {
  const columns: Record<string, unknown> = { name: row.name, proposedOn: row.proposedOn }
  for (const key of Object.keys(shared.blank) as (keyof typeof shared.blank)[]) columns[key] = row[key]
  return { ...columns, ...given }
}

/** Archives AI systems that an import added. */
export async function retractSystems(
  context: CommandContext,
  ids: readonly string[],
  cause: string,
): Promise<Written> {
  if (ids.length === 0) return shared.nothingWritten
  const { tx, actor, now } = context
  await shared.lockSystems(context, ids)
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
