import { requireAt } from '#lib/kernel/access'
import { updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, Written } from '#lib/kernel/record'
import { directoryLookups } from '#lib/people/directory'
import { replaceActions } from './action-import.ts'
import { blank, create } from './import-create.ts'
import { refuses } from './import-refusals.ts'
import { differ, factsOf } from './import-values.ts'
import { replaceLinks } from './links-store.ts'
import { riskKeys, riskRows } from './queries.ts'
import type { RiskRow } from './row.ts'
import { keepScores, lockRisks, recordOf, settle } from './store.ts'
import { riskTable } from './table.ts'

const nothingWritten: Written = { records: [], events: [], due: [] }

const byId = (rows: readonly RiskRow[]) => new Map(rows.map((row) => [row.id, row]))

/** Every column that a file can set, as the row has it now. */
const columnsOf = (row: RiskRow) =>
  Object.fromEntries(Object.keys(blank).map((key) => [key, row[key as keyof typeof blank]]))

/** Changes risks as a file says, in a constant number of statements. */
async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now, today } = context
  requireAt(actor, 'risk.import', [])
  const ids = rows.map(({ id }) => id)
  await lockRisks(context, ids)
  const before = byId(await riskRows(tx, actor, ids))
  const known = rows.flatMap(({ id, values }) => {
    const row = before.get(id)
    return row ? [{ id, row, ...factsOf(values, row) }] : []
  })
  await updateRows(
    tx,
    'Risk',
    known.map(({ id, row, facts, scoredOn, numbers }) => ({
      ...columnsOf(row),
      ...facts,
      ...numbers,
      scoredOn:
        numbers.currentLikelihood === null
          ? null
          : (scoredOn ?? (differ(numbers, row) ? today : row.scoredOn)),
      id,
      version: row.version + 1,
      updatedAt: now.toISOString(),
    })),
  )
  await replaceLinks(
    context,
    known.map(({ id, links }) => ({ riskId: id, ...links })),
  )
  await replaceActions(
    context,
    known.flatMap(({ id, actions }) => (actions ? [{ riskId: id, actions }] : [])),
    cause,
  )
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await riskRows(tx, actor, ids))
  const left = rows.flatMap(({ id }) => {
    const [was, is] = [before.get(id), after.get(id)]
    return was && is ? [{ was, is }] : []
  })
  await keepScores(
    context,
    left
      .filter(({ was, is }) => differ(was, is) || (was.closedOn === null) !== (is.closedOn === null))
      .map(({ is }) => ({ ...is, riskId: is.id, isOpen: is.closedOn === null, note: `Changed ${cause}` })),
  )
  return {
    records: left.map(({ was, is }) => ({
      ...{ id: is.id, label: recordOf(is).label, version: is.version },
      // A score that an undo puts back is of the day on which it was given.
      ...(was.scoredOn === is.scoredOn ? {} : { undo: { scoredOn: was.scoredOn } }),
    })),
    events: left.map(({ was, is }) => ({
      sentence: `${changeSentence(riskTable, was, is) ?? 'Saved it without changes'}, ${cause}`,
      record: recordOf(is),
    })),
    due,
  }
}

/** Archives risks that an import added. */
async function retract(context: CommandContext, ids: readonly string[], cause: string): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'risk.import', [])
  await lockRisks(context, ids)
  const rows = await tx.risk.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ref: true, title: true, version: true },
  })
  await updateRows(
    tx,
    'Risk',
    rows.map(({ id, version }) => ({
      id,
      version: version + 1,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })),
  )
  return {
    records: rows.map((row) => ({ id: row.id, label: recordOf(row).label, version: row.version + 1 })),
    events: rows.map((row) => ({ sentence: `Archived it ${cause}`, record: recordOf(row) })),
    due: await settle(context, { id: { in: [...ids] } }),
  }
}

const title = (values: ImportValues) => (typeof values['title'] === 'string' ? values['title'] : '')

/** How spreadsheets become risks. The registry adds how AI systems and vendors are looked up. */
export const riskImport: ImportTarget<RiskRow> = {
  lookups: directoryLookups,
  keys: riskKeys,
  nameOf: title,
  labelOf: title,
  rows: riskRows,
  refuses,
  create,
  update,
  retract,
}
