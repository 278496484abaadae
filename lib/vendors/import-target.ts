import { newId } from '#lib/base/ids'
import { canAt, requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, RefusalContext, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { directoryLookups } from '#lib/people/directory'
import { vendorKeys, vendorRows } from './queries.ts'
import { importInput, type VendorImport, vendorPrefix } from './schema.ts'
import { lockVendors, recordOf, settle } from './store.ts'
import { type VendorRow, vendorTable } from './table.ts'

const nothingWritten: Written = { records: [], events: [], due: [] }

/** What a vendor is when nobody said anything about it; the columns that the database would fill likewise. */
const blank = {
  website: '',
  services: '',
  criticality: 'unknown',
  patientData: 'unknown',
  notes: '',
  ownerId: null,
  backupId: null,
  reviewedOn: null,
}

/** Fields of the table whose column has another name. */
const columnOf: Readonly<Record<string, string>> = { owner: 'ownerId', backup: 'backupId' }

function byColumn(values: ImportValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [columnOf[field] ?? field, value]))
}

const factsOf = (values: ImportValues): VendorImport => importInput.parse(byColumn(values))

function labelOf(column: string): string {
  const found = Object.entries(vendorTable.fields).find(([field]) => (columnOf[field] ?? field) === column)
  return found?.[1].label ?? column
}

/** Why a row cannot be taken, in words for the person who made the spreadsheet; null when it can. */
function refuses(
  values: ImportValues,
  _mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  if (!canAt(actor, 'vendor.import', []))
    return 'Vendors belong to the whole practice, and you bring in for some sites only.'
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(String(issue.path[0]))}: ${issue.message}` : 'It cannot be read.'
  }
  const { ownerId, backupId, reviewedOn } = parsed.data
  if (ownerId && ownerId === backupId) return 'Backup: it must be somebody else than the owner.'
  if (reviewedOn && reviewedOn > today && reviewedOn !== before?.['reviewedOn'])
    return `${vendorTable.fields.reviewedOn.label}: this day has not come yet.`
  return null
}

/** Adds the vendors of a file in a constant number of statements. */
async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'vendor.import', [])
  const refs = await nextReferences(tx, actor.practiceId, vendorPrefix, rows.length)
  const made = rows.map((values, at) => ({
    ...blank,
    ...factsOf(values),
    id: newId(now.getTime()),
    ref: refs[at] ?? '',
    practiceId: actor.practiceId,
    businessAssociate: 'unknown',
    determinationReasons: [],
    determinationNote: '',
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  }))
  await insertRows(tx, 'Vendor', made)
  return {
    records: made.map((vendor) => ({ id: vendor.id, label: recordOf(vendor).label, version: 1 })),
    events: made.map((vendor) => ({ sentence: `Brought in ${cause}`, record: recordOf(vendor) })),
    due: await settle(context, { id: { in: made.map(({ id }) => id) } }),
  }
}

const byId = (rows: readonly VendorRow[]) => new Map(rows.map((row) => [row.id, row]))

/** Changes vendors as a file says, in a constant number of statements. */
async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'vendor.import', [])
  const ids = rows.map(({ id }) => id)
  await lockVendors(context, ids)
  const before = byId(await vendorRows(tx, actor, ids))
  await updateRows(
    tx,
    'Vendor',
    rows.flatMap(({ id, values }) => {
      const row = before.get(id)
      if (!row) return []
      const { name, website, services, criticality, patientData, notes, ownerId, backupId, reviewedOn } = row
      return [
        {
          ...{ website, services, criticality, patientData, notes, ownerId, backupId, reviewedOn },
          ...factsOf({ name, ...values }),
          id,
          version: row.version + 1,
          updatedAt: now.toISOString(),
        },
      ]
    }),
  )
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await vendorRows(tx, actor, ids))
  const left = rows.flatMap(({ id }) => {
    const [was, now] = [before.get(id), after.get(id)]
    return was && now ? [{ was, now }] : []
  })
  return {
    records: left.map(({ now }) => ({ id: now.id, label: recordOf(now).label, version: now.version })),
    events: left.map(({ was, now }) => ({
      sentence: `${changeSentence(vendorTable, was, now) ?? 'Saved it without changes'}, ${cause}`,
      record: recordOf(now),
    })),
    due,
  }
}

/** Archives vendors that an import added. */
async function retract(context: CommandContext, ids: readonly string[], cause: string): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'vendor.import', [])
  await lockVendors(context, ids)
  const rows = await vendorRows(tx, actor, ids)
  await updateRows(
    tx,
    'Vendor',
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

const nameOf = (values: ImportValues) => (typeof values['name'] === 'string' ? values['name'] : '')

/** How spreadsheets become vendors. */
export const vendorImport: ImportTarget<VendorRow> = {
  lookups: directoryLookups,
  keys: vendorKeys,
  nameOf,
  // A list of contracts names a vendor once for each: all of them mean one.
  isUnique: () => true,
  labelOf: nameOf,
  rows: vendorRows,
  refuses,
  create,
  update,
  retract,
}
