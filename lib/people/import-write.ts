import { type Day, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, listInWords } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import type { ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import type { Tx } from '#lib/platform/db'
import { followEmails, takenEmail } from './emails.ts'
import { personRows } from './queries.ts'
import { type PersonImport, personImport, personPrefix } from './schema.ts'
import { endAccess, recordOf, requirePersonAt } from './store.ts'
import { personTable } from './table.ts'

/** The values as the directory stores them; throws `invalid` with the row's name for what the check let pass. */
function parsed(values: ImportValues): PersonImport {
  const result = personImport.safeParse(values)
  if (result.success) return result.data
  throw invalid(
    `${typeof values['name'] === 'string' ? values['name'] : 'A row'}: ${result.error.issues[0]?.message ?? 'cannot be read'}`,
  )
}

function refuseIf(problem: { name: string; message: string } | null): void {
  if (problem) throw invalid(`${problem.name}: ${problem.message} Nothing was brought in.`)
}

const over = (leftOn: Day | null | undefined, today: Day): leftOn is Day => Boolean(leftOn && leftOn <= today)

export async function createFromList(
  context: CommandContext,
  rows: readonly ImportValues[],
): Promise<Written> {
  if (rows.length === 0) return { records: [], events: [], due: [] }
  const { tx, actor, now, today } = context
  const people = rows.map(parsed)
  for (const { sites } of people) requirePersonAt(actor, 'person.import', sites ?? [])
  refuseIf(
    await takenEmail(
      tx,
      people.map(({ name = '', email = '' }) => ({ id: null, name, email })),
    ),
  )
  const refs = await nextReferences(tx, actor.practiceId, personPrefix, people.length)
  const made = people.map((facts, i) => ({ id: newId(now.getTime()), ref: refs[i] ?? '', facts }))
  const { practiceId } = actor
  await insertRows(
    tx,
    'Person',
    made.map(({ id, ref, facts }) => ({
      id,
      ref,
      practiceId,
      name: facts.name ?? '',
      email: facts.email || null,
      jobTitle: facts.jobTitle ?? '',
      staffNumber: facts.staffNumber || null,
      startedOn: facts.startedOn ?? null,
      active: !over(facts.leftOn, today),
      leftOn: over(facts.leftOn, today) ? facts.leftOn : null,
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
    records: made.map(({ id, ref, facts }) => ({ id, version: 1, label: `${ref} ${facts.name ?? ''}` })),
    events: made.map(({ id, ref, facts }) => ({
      sentence: `Added ${ref} ${facts.name ?? ''} from a staff list`,
      record: recordOf({ id, ref, name: facts.name ?? '' }),
    })),
    due: [],
  }
}

/** Who cannot simply be marked as gone: somebody would have to take over, or their sign-in would have to end. */
async function tied(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const id = { in: [...ids] }
  const people = await tx.person.findMany({
    where: {
      id,
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
  return new Set(people.map((person) => person.id))
}

export async function updateFromList(
  context: CommandContext,
  rows: readonly { id: string; values: ImportValues }[],
): Promise<Written> {
  if (rows.length === 0) return { records: [], events: [], due: [] }
  const { tx, actor, now, today } = context
  const ids = rows.map(({ id }) => id)
  const before = new Map((await personRows(tx, actor, ids)).map((row) => [row.id, row]))
  const changes = rows.flatMap(({ id, values }) => {
    const person = before.get(id)
    return person ? [{ id, person, facts: parsed(values) }] : []
  })
  for (const { person, facts } of changes) {
    requirePersonAt(
      actor,
      'person.import',
      person.sites.map((site) => site.id),
    )
    if (facts.sites) requirePersonAt(actor, 'person.import', facts.sites)
  }
  const emails = changes.flatMap(({ id, person, facts }) =>
    facts.email === undefined || facts.email === person.email
      ? []
      : [{ id, name: person.name, email: facts.email }],
  )
  refuseIf(await takenEmail(tx, emails))
  refuseIf(await followEmails(tx, emails))
  const cleared = emails.flatMap(({ id, email }) => (email === '' ? [id] : []))
  const holders = await tx.account.findMany({
    where: { personId: { in: cleared } },
    select: { personId: true },
  })
  const keepsEmail = new Set(holders.map(({ personId }) => personId))
  const staying = await tied(
    tx,
    changes.flatMap(({ id, person, facts }) => (person.active && facts.leftOn ? [id] : [])),
  )
  const leaving = changes.flatMap(({ id, person, facts }) =>
    person.active && over(facts.leftOn, today) && !staying.has(id) ? [id] : [],
  )
  if (leaving.length > 0) await endAccess(context, leaving, 'left')
  const stays = (id: string, leftOn: Day | null) => leftOn === null || leftOn > today || staying.has(id)
  await updateRows(
    tx,
    'Person',
    changes.map(({ id, person, facts }) => {
      const wanted = facts.leftOn === undefined ? person.leftOn : facts.leftOn
      const leftOn = person.active && stays(id, wanted) ? null : wanted
      return {
        id,
        name: facts.name ?? person.name,
        email: (keepsEmail.has(id) ? person.email : (facts.email ?? person.email)) || null,
        jobTitle: facts.jobTitle ?? person.jobTitle,
        staffNumber: (facts.staffNumber ?? person.staffNumber) || null,
        startedOn: facts.startedOn === undefined ? person.startedOn : facts.startedOn,
        leftOn,
        active: leftOn === null,
        updatedAt: now.toISOString(),
        version: person.version + 1,
      }
    }),
  )
  const moved = changes.filter(({ facts }) => facts.sites !== undefined)
  await tx.personSite.deleteMany({ where: { personId: { in: moved.map(({ id }) => id) } } })
  await insertRows(
    tx,
    'PersonSite',
    moved.flatMap(({ id, facts }) =>
      (facts.sites ?? []).map((siteId) => ({ practiceId: actor.practiceId, personId: id, siteId })),
    ),
  )
  const after = new Map((await personRows(tx, actor, ids)).map((row) => [row.id, row]))
  return {
    records: [...after.values()].map(({ id, ref, name, version }) => ({
      id,
      version,
      label: `${ref} ${name}`,
    })),
    events: changes.flatMap(({ id, person, facts }): EventDraft[] => {
      const now = after.get(id)
      if (!now) return []
      const record = recordOf(now)
      const sentence = changeSentence(personTable, person, now) ?? 'Saved them without changes'
      const gone = person.active && facts.leftOn ? facts.leftOn : null
      return gone && now.active
        ? [
            { sentence, record },
            {
              sentence: `Read in a staff list that they leave on ${formatDay(gone)}; their duties, roles and sign-in stay until that is recorded here`,
              record,
            },
          ]
        : [{ sentence, record }]
    }),
    due: [],
  }
}

/** Hides people whom an import added. Nobody who has got a sign-in, a role or anything to look after since. */
export async function retractFromList(context: CommandContext, ids: readonly string[]): Promise<Written> {
  const { tx, actor, now } = context
  if (ids.length === 0) return { records: [], events: [], due: [] }
  const people = await personRows(tx, actor, ids)
  const busy = await tied(tx, ids)
  if (busy.size > 0) {
    const names = people.filter(({ id }) => busy.has(id)).map(({ name }) => name)
    throw conflict(
      `${count(names.length, 'person', 'people')} of this import can sign in, hold a role or look after something by now (${listInWords(names.slice(0, 5))}). Record that they leave on their own pages.`,
    )
  }
  await updateRows(
    tx,
    'Person',
    // The address becomes free for whoever it belongs to.
    people.map(({ id, version }) => ({
      id,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
      email: null,
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
      sentence: 'Took them out of the directory: the import that added them was undone',
      record: recordOf(person),
    })),
    due: [],
  }
}
