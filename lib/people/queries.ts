import { type Day, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { roleOptions, type SignInState } from './options.ts'
import { visible } from './policy.ts'
import { type HeldRow, type PersonRow, personTable } from './table.ts'

type Where = Prisma.PersonWhereInput

export const listSelect = {
  id: true,
  ref: true,
  name: true,
  email: true,
  jobTitle: true,
  staffNumber: true,
  startedOn: true,
  leftOn: true,
  active: true,
  archivedAt: true,
  version: true,
  sites: { select: { siteId: true } },
  roles: { select: { role: true, siteId: true, until: true }, orderBy: { id: 'asc' } },
  account: { select: { lockedUntil: true } },
} as const satisfies Prisma.PersonSelect

type Found = Prisma.PersonGetPayload<{ select: typeof listSelect }>

export interface Around {
  sites: readonly { id: string; name: string; archivedAt: Date | null }[]
  siteNames: ReadonlyMap<string, string>
  invited: ReadonlySet<string>
  today: Day
  at: Date
}

/** What rows need besides their people: site names and open invitations, in two queries however many rows. */
export async function around(
  tx: Tx,
  actor: { timeZone: string },
  people: readonly { id: string }[],
): Promise<Around> {
  const at = now()
  const sites = await tx.site.findMany({
    select: { id: true, name: true, archivedAt: true },
    orderBy: { name: 'asc' },
  })
  const links = await tx.oneTimeLink.findMany({
    where: {
      personId: { in: people.map(({ id }) => id) },
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: at },
    },
    select: { personId: true },
  })
  return {
    sites,
    siteNames: new Map(sites.map(({ id, name }) => [id, name])),
    invited: new Set(links.map(({ personId }) => personId)),
    today: todayFor(actor),
    at,
  }
}

/** Role rows of one person folded by role and last day; those that ended before today are left out. */
export function foldRoles(
  rows: readonly { role: string; siteId: string | null; until: Date | null }[],
  siteNames: ReadonlyMap<string, string>,
  today: Day,
): HeldRow[] {
  const folded = new Map<
    string,
    { role: string; until: Day | null; everywhere: boolean; siteIds: string[] }
  >()
  for (const row of rows) {
    const until = dayOrNull(row.until)
    if (until !== null && until < today) continue
    const key = `${row.role} ${until}`
    const held = folded.get(key) ?? { role: row.role, until, everywhere: false, siteIds: [] }
    if (row.siteId === null) held.everywhere = true
    else held.siteIds.push(row.siteId)
    folded.set(key, held)
  }
  const rank = (role: string) => roleOptions.findIndex(({ value }) => value === role)
  return [...folded.values()]
    .sort((a, b) => rank(a.role) - rank(b.role) || (a.until ?? '').localeCompare(b.until ?? ''))
    .map(({ role, until, everywhere, siteIds }) => ({
      role,
      until,
      sites: everywhere ? 'all' : namedSites(siteIds, siteNames),
    }))
}

function namedSites(
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): { id: string; name: string }[] {
  return ids.map((id) => ({ id, name: names.get(id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name))
}

function signInOf(person: Pick<Found, 'id' | 'account'>, { invited, at }: Around): SignInState {
  if (person.account)
    return person.account.lockedUntil && person.account.lockedUntil > at ? 'locked' : 'active'
  return invited.has(person.id) ? 'invited' : 'never'
}

export function toRow(found: Found, context: Around): PersonRow {
  const { archivedAt, account: _, ...plain } = found
  return {
    ...plain,
    email: found.email ?? '',
    staffNumber: found.staffNumber ?? '',
    startedOn: dayOrNull(found.startedOn),
    leftOn: dayOrNull(found.leftOn),
    archived: archivedAt !== null,
    sites: namedSites(
      found.sites.map(({ siteId }) => siteId),
      context.siteNames,
    ),
    roles: foldRoles(found.roles, context.siteNames, context.today),
    signIn: signInOf(found, context),
  }
}

/** Unless the list asks for those who left, it shows who works here. */
function whereOf(actor: Actor, state: ListState): Where {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      state.filters['standing'] ? {} : { active: true },
      ...listConditions(personTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the directory, and how many people match. */
export function listPeople(actor: Actor, state: ListState): Promise<{ rows: PersonRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: (await peoplePage(tx, actor, state)).rows,
    total: await countPeople(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction, and all sites of the practice by name. */
export async function peoplePage(
  tx: Tx,
  actor: Actor,
  state: ListState,
): Promise<{ rows: PersonRow[]; sites: Around['sites'] }> {
  const found = await tx.person.findMany({
    where: whereOf(actor, state),
    select: listSelect,
    orderBy: listOrder(personTable, state),
    ...listPage(state),
  })
  const context = await around(tx, actor, found)
  return { rows: found.map((person) => toRow(person, context)), sites: context.sites }
}

/** How many people match. */
export function countPeople(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.person.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function peopleForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<PersonRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.person.findMany({
      where: whereOf(actor, state),
      select: listSelect,
      orderBy: listOrder(personTable, state),
      skip,
      take,
    })
    const context = await around(tx, actor, found)
    return found.map((person) => toRow(person, context))
  })
}

/** The rows of these ids within the actor's scope, as files see them. */
export async function personRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<PersonRow[]> {
  const found = await tx.person.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: listSelect,
  })
  const context = await around(tx, actor, found)
  return found.map((person) => toRow(person, context))
}
