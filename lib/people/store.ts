import { type Day, dateOf } from '#lib/base/days'
import { keeperRole } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { personKind } from './schema.ts'

const lockedSelect = {
  id: true,
  ref: true,
  name: true,
  email: true,
  startedOn: true,
  leftOn: true,
  active: true,
  archivedAt: true,
  version: true,
  sites: { select: { siteId: true } },
  account: { select: { id: true, email: true } },
  roles: { select: { role: true, siteId: true, until: true } },
} as const satisfies Prisma.PersonSelect

export type LockedPerson = Prisma.PersonGetPayload<{ select: typeof lockedSelect }> & { siteIds: string[] }

/** The person as the audit trail names them. */
export const recordOf = (person: { id: string; ref: string; name: string }): RecordRef => ({
  kind: personKind,
  id: person.id,
  label: `${person.ref} ${person.name}`,
})

/** What has to be done about a person's files: nothing any more once they left. People have no other duties. */
export function fileDuties(
  person: { id: string; ref: string; name: string },
  siteIds: readonly string[],
  isOver = false,
): DueSync {
  const { kind, id: recordId, label: recordLabel } = recordOf(person)
  return { kind, recordId, recordLabel, siteIds, ownerId: null, backupId: null, duties: [], isOver }
}

/** Locks people until the transaction ends. One statement, in one order, so that two of them cannot wait for each other. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** The person, locked until the transaction ends, when the actor may look them up; else not found. */
export async function lockPerson({ tx, actor }: CommandContext, id: string): Promise<LockedPerson> {
  await lockPeople(tx, [id])
  const person = await tx.person.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: lockedSelect,
  })
  if (!person) throw notFound()
  return { ...person, siteIds: person.sites.map(({ siteId }) => siteId) }
}

/** As `lockPerson`, refusing when they were changed since `version` or are hidden. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
): Promise<LockedPerson> {
  const person = await lockPerson(context, id)
  if (person.version !== version) throw await staleVersion(context.tx, personKind, id)
  if (person.archivedAt) throw conflict('The import that added this person was undone.')
  return person
}

/** Refuses sites that are not the practice's, and closed ones that the record does not have already. */
export async function requireSites(
  tx: Tx,
  siteIds: readonly string[],
  already: readonly string[] = [],
): Promise<void> {
  const fresh = [...new Set(siteIds)].filter((id) => !already.includes(id))
  const known = await tx.site.count({ where: { id: { in: fresh }, archivedAt: null } })
  if (known !== fresh.length)
    throw invalid('Please check the marked fields.', { siteIds: 'Choose from the list.' })
}

/** Sets a person's sites to exactly these. */
export async function replaceSites(
  { tx, actor }: CommandContext,
  personId: string,
  siteIds: readonly string[],
): Promise<void> {
  await tx.personSite.deleteMany({ where: { personId, siteId: { notIn: [...siteIds] } } })
  await tx.personSite.createMany({
    data: siteIds.map((siteId) => ({ practiceId: actor.practiceId, personId, siteId })),
    skipDuplicates: true,
  })
}

/** Marks that the person changed, for those who have them open and for the undo of an import. */
export async function touch({ tx, now }: CommandContext, id: string): Promise<void> {
  await tx.person.update({ where: { id }, data: { updatedAt: now, version: { increment: 1 } } })
}

/** People who can sign in and hold the keeper's role everywhere, without a last day. */
const keepers: Prisma.PersonWhereInput = {
  active: true,
  archivedAt: null,
  account: { isNot: null },
  roles: { some: { role: keeperRole, siteId: null, until: null } },
}

/**
 * Runs a change of roles or standing one at a time per practice, and refuses it when it would leave nobody to keep the
 * practice. Call it before any other lock is taken.
 */
export async function keepingSomebody<Value>(
  { tx, actor }: CommandContext,
  work: () => Promise<Value>,
): Promise<Value> {
  await tx.$executeRaw`SELECT 1 FROM "Practice" WHERE "id" = ${actor.practiceId}::uuid FOR NO KEY UPDATE`
  const before = await tx.person.count({ where: keepers })
  const value = await work()
  if (before > 0 && (await tx.person.count({ where: keepers })) === 0)
    throw conflict(
      'The practice would be left without a compliance officer who can sign in. Give somebody else that role first: everywhere, and without a last day.',
    )
  return value
}

/** What a person loses when they leave: their sessions, their roles and their unused links. */
export interface EndedAccess {
  sessions: number
  links: number
  calendars: number
  roles: { role: string; siteId: string | null }[]
}

/** Ends sessions, roles and links of these people, those of their calendars too. As many statements for one as for all. */
export async function endAccess(
  { tx, now }: CommandContext,
  personIds: readonly string[],
  because: string,
): Promise<EndedAccess> {
  const personId = { in: [...personIds] }
  const roles = await tx.roleAssignment.findMany({
    where: { personId },
    select: { role: true, siteId: true },
  })
  await tx.roleAssignment.deleteMany({ where: { personId } })
  const sessions = await tx.session.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now, endedBecause: because },
  })
  const links = await tx.oneTimeLink.updateMany({
    where: { personId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  const calendars = await tx.calendarFeed.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: now },
  })
  return { sessions: sessions.count, links: links.count, calendars: calendars.count, roles }
}

/** What somebody can only do themselves, such as reading and signing, passes to nobody. */
const openDutiesOf = (personId: string) => ({
  state: 'open',
  isPersonal: false,
  OR: [{ ownerId: personId }, { backupId: personId }],
})

/** How many open duties somebody has, as owner or as backup. */
export function countDuties(tx: Tx, personId: string): Promise<number> {
  return tx.obligation.count({ where: openDutiesOf(personId) })
}

/** Open duties pass from one person to another, as owner and as backup; returns how many. */
export async function passDuties(tx: Tx, from: string, to: string): Promise<number> {
  const duties = await tx.obligation.findMany({ where: openDutiesOf(from), select: { id: true } })
  const id = { in: duties.map((duty) => duty.id) }
  // Nobody becomes their own backup.
  await tx.obligation.updateMany({ where: { id, ownerId: from, backupId: to }, data: { backupId: null } })
  await tx.obligation.updateMany({ where: { id, ownerId: to, backupId: from }, data: { backupId: null } })
  await tx.obligation.updateMany({ where: { id, ownerId: from }, data: { ownerId: to } })
  await tx.obligation.updateMany({ where: { id, backupId: from }, data: { backupId: to } })
  return duties.length
}

/** Marks a person as gone. What they owned must have passed on before. */
export async function markLeft({ tx, now }: CommandContext, id: string, lastDay: Day): Promise<void> {
  await tx.person.update({
    where: { id },
    data: { active: false, leftOn: dateOf(lastDay), updatedAt: now, version: { increment: 1 } },
  })
}
