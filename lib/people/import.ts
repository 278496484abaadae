import { formatDay } from '#lib/base/days'
import { plainWords } from '#lib/base/near-words'
import { type Actor, can, canAt } from '#lib/kernel/access'
import type { ImportTarget, ImportValues, RefusalContext } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { directoryLookups } from './directory.ts'
import { createFromList, retractFromList } from './import-create.ts'
import { updateFromList } from './import-update.ts'
import { naturalName } from './match-people.ts'
import { visible } from './policy.ts'
import { personRows } from './queries.ts'
import { personImport } from './schema.ts'
import { type PersonRow, personTable } from './table.ts'

const text = (values: ImportValues, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

/** What a person is recognised by, most certain first: e-mail, staff number, name. */
function knownBy(person: { name: string; email: string | null; staffNumber: string | null }): string[] {
  return [
    ...(person.email ? [`e-mail ${person.email.toLowerCase()}`] : []),
    ...(person.staffNumber ? [`number ${plainWords(person.staffNumber)}`] : []),
    `name ${plainWords(naturalName(person.name))}`,
  ]
}

async function keys(tx: Tx, actor: Actor) {
  if (!can(actor, 'person.read')) return []
  const people = await tx.person.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true, email: true, staffNumber: true, version: true },
    orderBy: { ref: 'asc' },
  })
  return people.flatMap(({ id, ref, version, ...person }) =>
    knownBy(person).map((name) => ({ id, ref, version, name })),
  )
}

/** What is wrong with a row, in words for whoever made the staff list; null when nothing is. */
function refuses(values: ImportValues, { actor, before }: RefusalContext): string | null {
  const result = personImport.safeParse(values)
  if (!result.success) {
    const [issue] = result.error.issues
    const field = issue?.path[0]
    const label = Object.entries(personTable.fields).find(([key]) => key === field)?.[1].label
    return `${label ?? 'Row'}: ${issue?.message ?? 'cannot be read'}`
  }
  const { startedOn, leftOn, sites = [] } = result.data
  if (startedOn && leftOn && startedOn > leftOn)
    return `Left on: ${formatDay(leftOn)} is before the first day, ${formatDay(startedOn)}.`
  const siteIds = before?.['sites']
  if (
    !canAt(actor, 'person.import', sites) ||
    (Array.isArray(siteIds) && !canAt(actor, 'person.import', siteIds))
  )
    return 'Sites: you bring in people of your own sites only.'
  return null
}

/** How staff lists become people. */
export const personImportTarget: ImportTarget<PersonRow> = {
  lookups: directoryLookups,
  keys,
  nameOf: (values) => {
    const person = {
      name: text(values, 'name'),
      email: text(values, 'email'),
      staffNumber: text(values, 'staffNumber'),
    }
    return Object.values(person).some(Boolean) ? (knownBy(person)[0] ?? '') : ''
  },
  isUnique: (name) => !name.startsWith('name '),
  labelOf: (values) => text(values, 'name') || text(values, 'email'),
  rows: personRows,
  refuses: (values, _mode, by) => refuses(values, by),
  create: createFromList,
  update: updateFromList,
  retract: retractFromList,
}
