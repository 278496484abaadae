import type { Day } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, listInWords } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid } from '#lib/kernel/errors'
import type { ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import type { Tx } from '#lib/platform/db'
import { takenEmail } from './emails.ts'
import { personRows } from './queries.ts'
import { type PersonImport, personImport, personPrefix } from './schema.ts'
import { lockPeople, recordOf } from './store.ts'

export const nothingWritten: Written = { records: [], events: [], due: [] }

/** A row's values as the directory stores them. Throws `invalid` with the row's name for what the check let pass. */
export function parseRow(values: ImportValues): PersonImport {
  const result = personImport.safeParse(values)
  if (result.success) return result.data
  const name = typeof values['name'] === 'string' ? values['name'] : 'A row'
  throw invalid(`${name}: ${result.error.issues[0]?.message ?? 'it cannot be read.'} Nothing was brought in.`)
}

export function refuseIf(problem: { name: string; message: string } | null): void {
  if (problem) throw invalid(`${problem.name}: ${problem.message} Nothing was brought in.`)
}

/** Whether a last day is over. */
export function isOver(leftOn: Day | null | undefined, today: Day): leftOn is Day {
  return Boolean(leftOn && leftOn <= today)
}

/** Adds the people of a staff list; those whose last day is over come in as having left. */
export async function createFromList(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now, today } = context
  const { practiceId } = actor
  const people = rows.map(parseRow)
  for (const { sites } of people) requireAt(actor, 'person.import', sites ?? [])
  const emails = people.map(({ name = '', email = '' }) => ({ id: null, name, email }))
  refuseIf(await takenEmail(tx, emails))
  const refs = await nextReferences(tx, practiceId, personPrefix, people.length)
  const made = people.map((facts, i) => ({
    facts,
    id: newId(now.getTime()),
    ref: refs[i] ?? '',
    name: facts.name ?? '',
  }))
  await insertRows(
    tx,
    'Person',
    made.map(({ id, ref, name, facts }) => ({
      id,
      ref,
      practiceId,
      name,
      email: facts.email || null,
      jobTitle: facts.jobTitle ?? '',
      staffNumber: facts.staffNumber || null,
      startedOn: facts.startedOn ?? null,
      active: !isOver(facts.leftOn, today),
      leftOn: isOver(facts.leftOn, today) ? facts.leftOn : null,
      version: 1,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })),
  )
  await insertRows(
    tx,
    'PersonSite',
    made.flatMap(({ id, facts }) =>
      (facts.sites ?? []).map((siteId) => ({ practiceId, personId: id, siteId })),
    ),
  )
  return {
    records: made.map(({ id, ref, name }) => ({ id, version: 1, label: `${ref} ${name}` })),
    events: made.map((person) => ({
      sentence: `Added ${person.ref} ${person.name} to the directory ${cause}`,
      record: recordOf(person),
    })),
    due: [],
  }
}

/** Those of the people who can sign in, hold a role, or look after something: they cannot simply be marked as gone. */
export async function tiedPeople(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const people = await tx.person.findMany({
    where: {
      id: { in: [...ids] },
      OR: [
        { account: { isNot: null } },
        { roles: { some: {} } },
        { ownedSystems: { some: {} } },
        { backedSystems: { some: {} } },
        { ownedDuties: { some: { state: 'open' } } },
        { backedDuties: { some: { state: 'open' } } },
      ],
    },
    select: { id: true },
  })
  return new Set(people.map(({ id }) => id))
}

/** Hides people whom an import added; refuses when one of them signs in, holds a role or looks after something by now. */
export async function retractFromList(
  context: CommandContext,
  ids: readonly string[],
  cause: string,
): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, actor, now } = context
  await lockPeople(tx, ids)
  const people = await personRows(tx, actor, ids)
  const tied = await tiedPeople(tx, ids)
  if (tied.size > 0) {
    const names = people.filter(({ id }) => tied.has(id)).map(({ name }) => name)
    throw conflict(
      `${count(names.length, 'person', 'people')} of this import can sign in, hold a role or look after something by now (${listInWords(names.slice(0, 5))}). Record on their own pages that they left.`,
    )
  }
  await updateRows(
    tx,
    'Person',
    people.map(({ id, version }) => ({
      id,
      // The address becomes free for whoever it belongs to.
      email: null,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
      version: version + 1,
    })),
  )
  return {
    records: people.map(({ id, ref, name, version }) => ({
      id,
      version: version + 1,
      label: `${ref} ${name}`,
    })),
    events: people.map((person) => ({
      sentence: `Took them out of the directory ${cause}`,
      record: recordOf(person),
    })),
    due: [],
  }
}
