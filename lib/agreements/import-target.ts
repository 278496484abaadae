import { newId } from '#lib/base/ids'
import { canAt, requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, RefusalContext, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { agreementClauses } from '#lib/law/agreement-clauses'
import { directoryLookups } from '#lib/people/directory'
import { clauseStates, titleOr } from './options.ts'
import { agreementKeys, agreementRows } from './queries.ts'
import { agreementPrefix, contradictions, importInput } from './schema.ts'
import { type FoundClause, lockAgreements, putClauses, recordOf, replaceNamed, settle } from './store.ts'
import { type AgreementRow, agreementTable } from './table.ts'

const nothingWritten: Written = { records: [], events: [], due: [] }

/** What an agreement is when nobody said anything about it. */
const blank = {
  upstreamId: null,
  covers: 'all',
  services: '',
  ourSigner: '',
  theirSigner: '',
  sentOn: null,
  signedOn: null,
  effectiveOn: null,
  endsOn: null,
  renewal: 'ends',
  renewalMonths: null,
  noticeDays: null,
  yearlyCost: null,
  breachDays: null,
  confirmedOn: null,
  ownerId: null,
  backupId: null,
  notes: '',
}

/** Fields of the table whose column has another name. */
const columnOf: Readonly<Record<string, string>> = { owner: 'ownerId', backup: 'backupId' }
const clausePrefix = 'clause-'

function byColumn(values: ImportValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => !field.startsWith(clausePrefix))
      .map(([field, value]) => [columnOf[field] ?? field, value]),
  )
}

/**
 * The columns of the table and what the row names, apart. What renews by itself and has no day on which a term ends runs
 * until somebody ends it. `hasEnd`: the record has such a day already.
 */
function factsOf(values: ImportValues, hasEnd = false) {
  const { vendor, upstream, systems, flows, ...facts } = importInput.parse(byColumn(values))
  if (facts.renewal === 'renews' && !facts.endsOn && !hasEnd) facts.renewal = 'evergreen'
  const parties = {
    ...(vendor === undefined ? {} : { vendorId: vendor }),
    ...(upstream === undefined ? {} : { upstreamId: upstream }),
  }
  return { facts: { ...facts, ...parties }, systems, flows }
}

function clausesOf(agreementId: string, values: ImportValues): FoundClause[] {
  return agreementClauses.flatMap(({ key }) => {
    const state = values[`${clausePrefix}${key}`]
    return typeof state === 'string' ? [{ agreementId, key, state }] : []
  })
}

function labelOf(column: string): string {
  const found = Object.entries(agreementTable.fields).find(([field]) => (columnOf[field] ?? field) === column)
  return found?.[1].label ?? column
}

const speaksOfAssociate = /\bBAA?\b|business associate/i

/** A file without kinds: the title decides. */
function kindOf(values: ImportValues): string {
  const { kind, title } = values
  if (typeof kind === 'string') return kind
  return typeof title === 'string' && speaksOfAssociate.test(title) ? 'baa' : 'contract'
}

function refuses(
  values: ImportValues,
  mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  if (!canAt(actor, 'agreement.import', []))
    return 'Agreements belong to the whole practice, and you bring in for some sites only.'
  if (mode === 'update' && values['vendor'] !== undefined && values['vendor'] !== before?.['vendor'])
    return 'Vendor: an agreement stays with its vendor. Add a new one instead.'
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(String(issue.path[0]))}: ${issue.message}` : 'It cannot be read.'
  }
  for (const field of ['sentOn', 'signedOn', 'confirmedOn'] as const) {
    const day = parsed.data[field]
    if (day && day > today && day !== before?.[field]) return `${labelOf(field)}: this day has not come yet.`
  }
  const whole = importInput.safeParse({ ...byColumn(before ?? {}), ...byColumn(values) })
  if (!whole.success) return null
  const { renewal, endsOn } = whole.data
  const isOpen = renewal === 'renews' && !endsOn
  const [problem] = Object.entries(
    contradictions({ ...whole.data, ...(isOpen ? { renewal: 'evergreen' } : {}) }),
  )
  if (problem) return `${labelOf(problem[0])}: ${problem[1]}`
  const { vendor, upstream, covers, systems = [], flows = [] } = whole.data
  if (vendor && vendor === upstream) return 'As a subcontractor of: a vendor is not its own subcontractor.'
  if (covers === 'named' && systems.length + flows.length === 0)
    return 'Covers: it names no AI system and no data flow.'
  return notNeeded(values)
}

/** Only what the law asks for under a condition can be not needed. */
function notNeeded(values: ImportValues): string | null {
  const wrong = agreementClauses.find(
    ({ key, onlyIf }) => values[`${clausePrefix}${key}`] === 'not-needed' && onlyIf === undefined,
  )
  const label = clauseStates.find(({ value }) => value === 'not-needed')?.label
  return wrong ? `Clause: ${wrong.label}: “${label}” does not apply to this one.` : null
}

/** Adds the agreements of a file in a constant number of statements. */
async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'agreement.import', [])
  const refs = await nextReferences(tx, actor.practiceId, agreementPrefix, rows.length)
  const given = rows.map((values, at) => {
    const id = newId(now.getTime())
    const { facts, systems, flows } = factsOf(values)
    const kind = kindOf(values)
    return {
      row: {
        ...blank,
        ...facts,
        kind,
        title: titleOr(facts.title ?? '', kind),
        id,
        ref: refs[at] ?? '',
        practiceId: actor.practiceId,
        terminationReason: '',
        dataReturnNote: '',
        complete: false,
        version: 1,
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
      },
      named: { agreementId: id, systemIds: systems, flowIds: flows },
      clauses: clausesOf(id, values),
    }
  })
  await insertRows(
    tx,
    'Agreement',
    given.map(({ row }) => row),
  )
  await replaceNamed(
    context,
    given.map(({ named }) => named),
  )
  await putClauses(
    context,
    given.flatMap(({ clauses }) => clauses),
  )
  const ids = given.map(({ row }) => row.id)
  const due = await settle(context, { id: { in: ids } })
  const rowsOf = byId(await agreementRows(tx, actor, ids))
  const made = ids.flatMap((id) => rowsOf.get(id) ?? [])
  return {
    records: made.map((agreement) => ({ id: agreement.id, label: recordOf(agreement).label, version: 1 })),
    events: made.map((agreement) => ({ sentence: `Brought in ${cause}`, record: recordOf(agreement) })),
    due,
  }
}

const byId = (rows: readonly AgreementRow[]) => new Map(rows.map((row) => [row.id, row]))

/** Every column that a file can set, as the row has it now. */
function columnsOf(row: AgreementRow) {
  return Object.fromEntries(Object.keys(blank).map((key) => [key, row[key as keyof typeof blank]]))
}

/** Changes agreements as a file says, in a constant number of statements. */
async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'agreement.import', [])
  const ids = rows.map(({ id }) => id)
  await lockAgreements(context, ids)
  const before = byId(await agreementRows(tx, actor, ids))
  const known = rows.flatMap(({ id, values }) => {
    const row = before.get(id)
    return row ? [{ id, values, row, ...factsOf(values, row.endsOn !== null) }] : []
  })
  await updateRows(
    tx,
    'Agreement',
    known.map(({ id, row, facts }) => {
      const { vendorId: _vendor, kind = row.kind, title = row.title, ...rest } = facts
      return {
        ...columnsOf(row),
        ...rest,
        kind,
        title: titleOr(title, kind),
        id,
        version: row.version + 1,
        updatedAt: now.toISOString(),
      }
    }),
  )
  await replaceNamed(
    context,
    known.map(({ id, systems, flows }) => ({ agreementId: id, systemIds: systems, flowIds: flows })),
  )
  await putClauses(
    context,
    known.flatMap(({ id, values }) => clausesOf(id, values)),
  )
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await agreementRows(tx, actor, ids))
  const left = rows.flatMap(({ id }) => {
    const [was, now] = [before.get(id), after.get(id)]
    return was && now ? [{ was, now }] : []
  })
  return {
    records: left.map(({ now }) => ({ id: now.id, label: recordOf(now).label, version: now.version })),
    events: left.map(({ was, now }) => ({
      sentence: `${changeSentence(agreementTable, was, now) ?? 'Saved it without changes'}, ${cause}`,
      record: recordOf(now),
    })),
    due,
  }
}

/** Archives agreements that an import added. */
async function retract(context: CommandContext, ids: readonly string[], cause: string): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'agreement.import', [])
  await lockAgreements(context, ids)
  const rows = await agreementRows(tx, actor, ids)
  await updateRows(
    tx,
    'Agreement',
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

const text = (values: ImportValues, key: string) => (typeof values[key] === 'string' ? values[key] : '')

/** How spreadsheets become agreements. The registry adds how vendors, AI systems and flows are looked up. */
export const agreementImport: ImportTarget<AgreementRow> = {
  lookups: directoryLookups,
  keys: agreementKeys,
  nameOf: (values) =>
    values['vendor'] ? `${text(values, 'vendor')} ${titleOr(text(values, 'title'), kindOf(values))}` : '',
  labelOf: (values) => titleOr(text(values, 'title'), kindOf(values)),
  rows: agreementRows,
  refuses,
  create,
  update,
  retract,
}
