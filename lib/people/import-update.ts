import { type Day, formatDay } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, Written } from '#lib/kernel/record'
import { followEmails, takenEmail } from './emails.ts'
import { isOver, nothingWritten, parseRow, refuseIf, tiedPeople } from './import-create.ts'
import { personRows } from './queries.ts'
import type { PersonImport } from './schema.ts'
import { endAccess, lockPeople, recordOf } from './store.ts'
import { type PersonRow, personTable } from './table.ts'

interface Change {
  id: string
  person: PersonRow
  facts: PersonImport
}

async function read({ tx, actor }: CommandContext, rows: readonly ImportChange[]): Promise<Change[]> {
  const ids = rows.map(({ id }) => id)
  await lockPeople(tx, ids)
  const before = new Map((await personRows(tx, actor, ids)).map((row) => [row.id, row]))
  const changes = rows.flatMap(({ id, values }) => {
    const person = before.get(id)
    return person ? [{ id, person, facts: parseRow(values) }] : []
  })
  for (const { person, facts } of changes) {
    requireAt(
      actor,
      'person.import',
      person.sites.map((site) => site.id),
    )
    if (facts.sites) requireAt(actor, 'person.import', facts.sites)
  }
  return changes
}

/** Changes addresses and what people sign in with. Returns who keeps an address that the list leaves empty: they sign in with it. */
async function changeEmails({ tx }: CommandContext, changes: readonly Change[]): Promise<Set<string>> {
  const emails = changes.flatMap(({ id, person, facts }) =>
    facts.email === undefined || facts.email === person.email
      ? []
      : [{ id, name: person.name, email: facts.email }],
  )
  refuseIf(await takenEmail(tx, emails))
  refuseIf(await followEmails(tx, emails))
  const emptied = emails.flatMap(({ id, email }) => (email === '' ? [id] : []))
  const holders = await tx.account.findMany({
    where: { personId: { in: emptied } },
    select: { personId: true },
  })
  return new Set(holders.map(({ personId }) => personId))
}

/** Last days by person. Somebody who looks after something, or can sign in, does not leave by a list. */
async function lastDays(
  context: CommandContext,
  changes: readonly Change[],
): Promise<Map<string, Day | null>> {
  const asked = changes.filter(({ person, facts }) => person.active && isOver(facts.leftOn, context.today))
  const tied = await tiedPeople(
    context.tx,
    asked.map(({ id }) => id),
  )
  const going = asked.filter(({ id }) => !tied.has(id)).map(({ id }) => id)
  if (going.length > 0) await endAccess(context, going, 'left')
  return new Map(
    changes.map(({ id, person, facts }): [string, Day | null] => {
      const wanted = facts.leftOn === undefined ? person.leftOn : facts.leftOn
      return [id, person.active && !going.includes(id) ? null : wanted]
    }),
  )
}

/** The columns of a person that a list can change. */
function columnsOf(
  row: Pick<PersonRow, 'name' | 'email' | 'jobTitle' | 'staffNumber' | 'startedOn' | 'leftOn'>,
) {
  return {
    name: row.name,
    email: row.email || null,
    jobTitle: row.jobTitle,
    staffNumber: row.staffNumber || null,
    startedOn: row.startedOn,
    leftOn: row.leftOn,
    active: row.leftOn === null,
  }
}

const idsOf = (sites: readonly { id: string }[]) => sites.map(({ id }) => id)

/** Changes people as a staff list says, set by set. */
export async function updateFromList(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  const changes = await read(context, rows)
  const keepsEmail = await changeEmails(context, changes)
  const leftOn = await lastDays(context, changes)
  const wanted = changes.map((change) => {
    const { id, person, facts } = change
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const email = keepsEmail.has(id) ? person.email : (facts.email ?? person.email)
    return { ...change, columns: columnsOf({ ...person, ...given, email, leftOn: leftOn.get(id) ?? null }) }
  })
  await updateRows(
    tx,
    'Person',
    wanted.map(({ id, person, columns }) => ({
      id,
      ...columns,
      updatedAt: now.toISOString(),
      version: person.version + 1,
    })),
  )
  const moved = changes.filter(({ facts }) => facts.sites !== undefined)
  await tx.personSite.deleteMany({ where: { personId: { in: idsOf(moved) } } })
  await insertRows(
    tx,
    'PersonSite',
    moved.flatMap(({ id, facts }) =>
      (facts.sites ?? []).map((siteId) => ({ practiceId: actor.practiceId, personId: id, siteId })),
    ),
  )
  const after = new Map((await personRows(tx, actor, idsOf(changes))).map((row) => [row.id, row]))
  return {
    records: [...after.values()].map(({ id, ref, name, version }) => ({
      id,
      version,
      label: `${ref} ${name}`,
    })),
    events: changes.flatMap((change) => eventsOf(change, after.get(change.id), cause)),
    due: [],
  }
}

function eventsOf({ person, facts }: Change, after: PersonRow | undefined, cause: string): EventDraft[] {
  if (!after) return []
  const record = recordOf(after)
  const change = changeSentence(personTable, person, after)
  const events = [{ sentence: `${change ?? 'Saved them without changes'}, ${cause}`, record }]
  if (person.active && after.active && facts.leftOn)
    events.push({
      sentence: `Noted ${cause} that their last day is ${formatDay(facts.leftOn)}; what they look after and their sign-in stay until that is recorded here`,
      record,
    })
  return events
}
