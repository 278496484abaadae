import { type Actor, type Permission, sitesWith } from '#lib/kernel/access'
import type { Lookups } from '#lib/kernel/record'
import { read, type Tx } from '#lib/platform/db'
import { personLookup, siteLookup } from './match-people.ts'
import { visible } from './policy.ts'

export interface DirectoryOption {
  value: string
  label: string
}

const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null)

/**
 * Who can be chosen: people who work here, by name; two of the same name are told apart by job or reference.
 * `keep`: ids already stored in the record being edited, so that saving it again does not drop them.
 */
export function personOptions(
  actor: Actor,
  keep: readonly (string | null)[] = [],
): Promise<DirectoryOption[]> {
  return read(actor, async (tx) => {
    const people = await tx.person.findMany({
      where: {
        OR: [{ AND: [visible(actor), { active: true, archivedAt: null }] }, { id: { in: known(keep) } }],
      },
      select: { id: true, ref: true, name: true, jobTitle: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    const names = Map.groupBy(people, ({ name }) => name)
    return people.map(({ id, ref, name, jobTitle }) => {
      const alone = names.get(name)?.length === 1
      return { value: id, label: alone ? name : `${name} (${jobTitle ? `${jobTitle}, ` : ''}${ref})` }
    })
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
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true, email: true, staffNumber: true, active: true },
  })
  const sites = await tx.site.findMany({ select: { id: true, name: true, archivedAt: true } })
  return {
    person: personLookup(people),
    site: siteLookup(sites.map(({ id, name, archivedAt }) => ({ id, name, archived: archivedAt !== null }))),
  }
}
