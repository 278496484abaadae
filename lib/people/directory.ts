import { isId } from '#lib/base/ids'
import { searchWords } from '#lib/base/text'
import { type Actor, type Permission, sitesWith } from '#lib/kernel/access'
import type { Lookups } from '#lib/kernel/record'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { personLookup, siteLookup } from './match-people.ts'
import { canAnswer, onlyLooksOn, visible } from './policy.ts'

export interface DirectoryOption {
  value: string
  label: string
}

/** Who can be chosen in a form. */
export interface PersonChoices {
  people: DirectoryOption[]
  /** False in a large practice: `people` are then those already named in the form, and the others are found by words. */
  everybody: boolean
}

/** More people than this are looked for rather than listed. */
const MOST_LISTED = 200
/** As many as somebody reads through; whoever sees more matches writes another word. */
const MOST_FOUND = 20

const known = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.flatMap((id) => (id && isId(id) ? [id] : []))

const optionSelect = {
  id: true,
  ref: true,
  name: true,
  jobTitle: true,
} as const satisfies Prisma.PersonSelect
type Optional = Prisma.PersonGetPayload<{ select: typeof optionSelect }>

const withReference = ({ id, ref, name, jobTitle }: Optional): DirectoryOption => ({
  value: id,
  label: `${name} (${jobTitle ? `${jobTitle}, ` : ''}${ref})`,
})

/** Two of the same name are told apart by job and reference. */
function withNames(people: readonly Optional[]): DirectoryOption[] {
  const names = Map.groupBy(people, ({ name }) => name)
  return people.map((person) =>
    names.get(person.name)?.length === 1 ? { value: person.id, label: person.name } : withReference(person),
  )
}

const here = (actor: Actor): Prisma.PersonWhereInput => ({
  AND: [visible(actor), canAnswer],
})

/**
 * Who can be chosen: people who work here, by name. `stored`: ids in the record being edited, so that saving it again does
 * not drop them; `entered`: what the form's reader filled in, offered only if they may look it up. Two queries at most.
 */
export function personChoices(
  actor: Actor,
  {
    stored = [],
    entered = [],
  }: { stored?: readonly (string | null)[]; entered?: readonly (string | undefined)[] } = {},
): Promise<PersonChoices> {
  const orderBy: Prisma.PersonOrderByWithRelationInput[] = [{ name: 'asc' }, { id: 'asc' }]
  const kept = { id: { in: known(stored) } }
  return read(actor, async (tx) => {
    const listed = await tx.person.findMany({
      where: { OR: [here(actor), kept] },
      select: optionSelect,
      orderBy,
      take: MOST_LISTED + 1,
    })
    if (listed.length <= MOST_LISTED) return { people: withNames(listed), everybody: true }
    const named = await tx.person.findMany({
      where: { OR: [{ AND: [here(actor), { id: { in: known(entered) } }] }, kept] },
      select: optionSelect,
      orderBy,
    })
    return { people: named.map(withReference), everybody: false }
  })
}

/** People who work here and whom all these words describe (name, job, e-mail, number, reference), by name; `more` than shown. */
export function findPeople(
  actor: Actor,
  words: string,
): Promise<{ people: DirectoryOption[]; more: boolean }> {
  const wanted = searchWords(words)
  if (wanted.length === 0) return Promise.resolve({ people: [], more: false })
  return read(actor, async (tx) => {
    const found = await tx.person.findMany({
      where: { AND: [here(actor), ...wanted.map((word) => ({ searchText: { contains: word } }))] },
      select: optionSelect,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST_FOUND + 1,
    })
    return { people: found.slice(0, MOST_FOUND).map(withReference), more: found.length > MOST_FOUND }
  })
}

/**
 * Which sites can be chosen, by name: those not closed, and with `at` only those where the actor has that permission.
 * `keep`: ids already stored in the record being edited.
 */
export function siteOptions(
  actor: Actor,
  { at, keep = [] }: { at?: Permission; keep?: readonly string[] } = {},
): Promise<DirectoryOption[]> {
  return read(actor, async (tx) => {
    const allowed = at ? sitesWith(actor, at) : 'all'
    const sites = await tx.site.findMany({
      where: {
        OR: [
          { archivedAt: null, ...(allowed === 'all' ? {} : { id: { in: [...allowed] } }) },
          { id: { in: [...keep] } },
        ],
      },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    return sites.map(({ id, name }) => ({ value: id, label: name }))
  })
}

/** What words in a spreadsheet mean: people the actor may look up, and the practice's sites. Two queries. */
export async function directoryLookups(tx: Tx, actor: Actor): Promise<Lookups> {
  const people = await tx.person.findMany({
    where: { AND: [visible(actor), { archivedAt: null, NOT: onlyLooksOn }] },
    select: { id: true, ref: true, name: true, email: true, staffNumber: true, active: true },
  })
  const sites = await tx.site.findMany({ select: { id: true, name: true, archivedAt: true } })
  return {
    person: personLookup(people),
    site: siteLookup(sites.map(({ id, name, archivedAt }) => ({ id, name, archived: archivedAt !== null }))),
  }
}

/** More names than this are not offered in a filter. */
const MOST_IN_FILTER = 300

/** The owners and backups of a list's records, by name: the choices of its filters. One query. */
export async function answeringPeople(
  tx: Tx,
  records: readonly { ownerId: string | null; backupId: string | null }[],
): Promise<DirectoryOption[]> {
  const ids = new Set(records.flatMap(({ ownerId, backupId }) => [ownerId, backupId]))
  const people = await tx.person.findMany({
    where: { id: { in: [...ids].filter((id) => id !== null) } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_IN_FILTER,
  })
  return people.map(({ id, name }) => ({ value: id, label: name }))
}
