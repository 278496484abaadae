import { isDay } from '#lib/base/days'
import { can, canAt } from '#lib/kernel/access'
import type { ImportValues, RefusalContext } from '#lib/kernel/record'
import { safeguards } from './safeguards.ts'
import { importInput, type SystemImport } from './schema.ts'
import { type SystemRow, systemTable } from './table.ts'

/** Fields of the table whose column has another name. */
const columnOf = { owner: 'ownerId', backup: 'backupId', vendor: 'vendorName', sites: 'siteIds' } as const
const fieldOf: Record<string, string> = Object.fromEntries(
  Object.entries(columnOf).map(([field, column]) => [column, field]),
)

/** Imported values by column, safeguards gathered. Not checked. */
function byColumn(values: ImportValues): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  const gathered: Record<string, Record<string, unknown>> = {}
  for (const { key } of safeguards) {
    const state = values[`safeguard-${key}`]
    const note = values[`safeguard-${key}-note`]
    if (state !== undefined || note !== undefined)
      gathered[key] = { ...(state === undefined ? {} : { state }), ...(note === undefined ? {} : { note }) }
  }
  for (const [field, value] of Object.entries(values))
    if (!field.startsWith('safeguard-'))
      columns[field in columnOf ? columnOf[field as keyof typeof columnOf] : field] = value
  return { ...columns, safeguards: gathered }
}

/** Checked values of one row. Throws a ZodError: what is written was refused or accepted by `refusalOf` before. */
export function importedFacts(values: ImportValues): SystemImport {
  return importInput.parse(byColumn(values))
}

/** The same for values that need no name because they change only some fields of a record. */
export function changedFacts(values: ImportValues, row: SystemRow): SystemImport {
  return importedFacts({ name: row.name, ...values })
}

/** Days of what has happened: none of them lies ahead. */
const pastDays = ['proposedOn', 'approvedOn', 'reviewedOn', 'dataReviewedOn', 'logsReviewedOn'] as const

/** Why a row cannot be taken, in words for the person who made the spreadsheet; null when it can. */
export function refusalOf(
  values: ImportValues,
  _mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(issue.path)}: ${issue.message}` : 'It cannot be read.'
  }
  const facts = parsed.data
  const sites = facts.siteIds ?? []
  const sitesBefore = before ? importedSites(before) : sites
  if (!canAt(actor, 'ai-system.import', sites) || !canAt(actor, 'ai-system.import', sitesBefore))
    return 'Sites: you bring in AI systems of your own sites only.'
  if (facts.ownerId && facts.ownerId === facts.backupId)
    return 'Backup: it must be somebody else than the owner.'
  for (const key of pastDays) {
    const day = facts[key]
    if (day && isDay(day) && day > today && day !== before?.[key])
      return `${systemTable.fields[key].label}: this day has not come yet.`
  }
  if (facts.tierOverride && !facts.tierOverrideReason)
    return 'Risk tier set by hand: say why, in the column for the reason.'
  if (!facts.tierOverride && facts.tierOverrideReason)
    return 'Reason for the tier set by hand: there is no tier set by hand.'
  if (facts.tierOverride !== (before?.['tierOverride'] ?? undefined) && facts.tierOverride)
    if (!can(actor, 'ai-system.override-tier')) return 'Risk tier set by hand: your role does not allow this.'
  return null
}

function importedSites(values: ImportValues): readonly string[] {
  const sites = values['sites'] ?? []
  return typeof sites === 'string' ? [] : sites
}

function labelOf(path: readonly PropertyKey[]): string {
  const [column, safeguard] = path.map(String)
  const field = column === 'safeguards' ? `safeguard-${safeguard}` : (fieldOf[column ?? ''] ?? column ?? '')
  return isField(field) ? systemTable.fields[field].label : field
}

function isField(name: string): name is keyof typeof systemTable.fields {
  return Object.hasOwn(systemTable.fields, name)
}
