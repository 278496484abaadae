import { newId } from '#lib/base/ids'
import { canAt, requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, RefusalContext, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { directoryLookups } from '#lib/people/directory'
import { byColumn, differ, factsOf, labelOf, scoreProblem } from './import-values.ts'
import { replaceLinks } from './links-store.ts'
import { riskKeys, riskRows } from './queries.ts'
import type { RiskRow } from './row.ts'
import { contradictions, importInput, riskPrefix } from './schema.ts'
import { noNumbers, type SixNumbers } from './scores.ts'
import { keepScores, lockRisks, recordOf, settle } from './store.ts'
import { riskTable } from './table.ts'

const nothingWritten: Written = { records: [], events: [], due: [] }

/** What a risk is when nobody said anything about it. */
const blank = {
  title: '',
  category: 'operational',
  cause: '',
  event: '',
  consequence: '',
  threat: '',
  vulnerability: '',
  treatment: 'undecided',
  treatmentNote: '',
  identifiedOn: null,
  reviewEveryMonths: 12,
  reviewedOn: null,
  closedOn: null,
  closeReason: '',
  generativeRisk: null,
  ownerId: null,
  backupId: null,
  notes: '',
}

/** Days that say what happened, and so cannot lie ahead. */
const pastDays = ['identifiedOn', 'reviewedOn', 'closedOn'] as const

function refuses(
  values: ImportValues,
  _mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  if (!canAt(actor, 'risk.import', []))
    return 'A file of risks is brought in for the whole practice, and you bring in for some sites only.'
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(String(issue.path[0]))}: ${issue.message}` : 'It cannot be read.'
  }
  for (const field of pastDays) {
    const day = parsed.data[field]
    if (day && day > today && day !== before?.[field]) return `${labelOf(field)}: this day has not come yet.`
  }
  if (parsed.data.closedOn && !parsed.data.closeReason)
    return `${labelOf('closeReason')}: say why it was closed, in a few words.`
  const [problem] = Object.entries(contradictions(clean(parsed.data)))
  if (problem) return `${labelOf(problem[0])}: ${problem[1]}`
  const changed = new Set(Object.keys(values).filter((key) => values[key] !== before?.[key]))
  return scoreProblem(parsed.data, changed, before ? numbersIn(before) : noNumbers)
}

const clean = ({
  ownerId,
  backupId,
}: {
  ownerId?: string | null | undefined
  backupId?: string | null | undefined
}) => ({
  ownerId: ownerId ?? null,
  backupId: backupId ?? null,
})

/** The numbers among stored values, which are texts. */
function numbersIn(values: ImportValues): SixNumbers {
  const of = (key: string) => (values[key] ? Number(values[key]) : null)
  return {
    inherentLikelihood: of('inherentLikelihood'),
    inherentImpact: of('inherentImpact'),
    currentLikelihood: of('currentLikelihood'),
    currentImpact: of('currentImpact'),
    targetLikelihood: of('targetLikelihood'),
    targetImpact: of('targetImpact'),
  }
}

/** Adds the risks of a file in a constant number of statements. */
async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now, today } = context
  requireAt(actor, 'risk.import', [])
  const refs = await nextReferences(tx, actor.practiceId, riskPrefix, rows.length)
  const given = rows.map((values, at) => {
    const id = newId(now.getTime())
    const { facts, links, numbers } = factsOf(values, noNumbers)
    const row = {
      ...blank,
      ...facts,
      ...numbers,
      scoredOn: numbers.currentLikelihood === null ? null : today,
      beyondAppetite: false,
      acceptanceReason: '',
      id,
      ref: refs[at] ?? '',
      practiceId: actor.practiceId,
      version: 1,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    return { row, numbers, links: { riskId: id, ...links } }
  })
  await insertRows(
    tx,
    'Risk',
    given.map(({ row }) => row),
  )
  await replaceLinks(
    context,
    given.map(({ links }) => links),
  )
  await keepScores(
    context,
    given
      .filter(({ numbers }) => differ(numbers, noNumbers))
      .map(({ row, numbers }) => ({
        riskId: row.id,
        ...numbers,
        isOpen: row.closedOn === null,
        note: `Brought in ${cause}`,
      })),
  )
  const ids = given.map(({ row }) => row.id)
  const due = await settle(context, { id: { in: ids } })
  const made = given.map(({ row }) => ({ id: row.id, ref: row.ref, title: row.title }))
  return {
    records: made.map((risk) => ({ id: risk.id, label: recordOf(risk).label, version: 1 })),
    events: made.map((risk) => ({ sentence: `Brought in ${cause}`, record: recordOf(risk) })),
    due,
  }
}

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
    known.map(({ id, row, facts, numbers }) => ({
      ...columnsOf(row),
      ...facts,
      ...numbers,
      scoredOn: differ(numbers, row) ? (numbers.currentLikelihood === null ? null : today) : row.scoredOn,
      id,
      version: row.version + 1,
      updatedAt: now.toISOString(),
    })),
  )
  await replaceLinks(
    context,
    known.map(({ id, links }) => ({ riskId: id, ...links })),
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
    records: left.map(({ is }) => ({ id: is.id, label: recordOf(is).label, version: is.version })),
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
