import { type Day, dateOf, dayOrNull, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { canAt, heldRoles, requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { hasAllRightsOf } from './account-help.ts'
import { followEmails, takenEmail, type WantedEmail } from './emails.ts'
import { personRows } from './queries.ts'
import * as schema from './schema.ts'
import { fileDuties, type LockedPerson, lockForEdit, recordOf, replaceSites, requireSites } from './store.ts'
import { type PersonRow, personTable } from './table.ts'

const orNull = (text: string): string | null => (text === '' ? null : text)
const dateOrNull = (day: Day | null): Date | null => (day ? dateOf(day) : null)

const wrongEmail = (email: string) => invalid('Please check the marked fields.', { email })

async function requireFreeEmail({ tx }: CommandContext, wanted: WantedEmail): Promise<void> {
  const taken = await takenEmail(tx, [wanted])
  if (taken) throw wrongEmail(taken.message)
}

/**
 * What somebody signs in with follows their e-mail address. Only those who look after sign-in may change it, or an
 * editor of the directory could lead a reset to a mailbox of their own.
 */
async function changeEmail(context: CommandContext, person: LockedPerson, email: string): Promise<void> {
  const { id, name, account } = person
  await requireFreeEmail(context, { id, name, email })
  if (!account || account.email === email) return
  if (email === '') throw wrongEmail('They sign in with this address, so it cannot be empty.')
  const held = heldRoles(
    person.roles.map((row) => ({ ...row, until: dayOrNull(row.until) })),
    context.today,
  )
  if (!canAt(context.actor, 'person.access', person.siteIds) || !hasAllRightsOf(context.actor, held))
    throw wrongEmail(
      'They sign in with this address: it takes somebody who looks after sign-in and may do all that they may.',
    )
  const refused = await followEmails(context.tx, [{ id, name, email }])
  if (refused) throw wrongEmail(refused.message)
}

export const createPerson = defineCommand({
  name: 'person.create',
  permission: 'person.edit',
  input: schema.createPersonInput,
  run: async (context, { siteIds, ...facts }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'person.edit', siteIds)
    await requireSites(tx, siteIds)
    await requireFreeEmail(context, { id: null, name: facts.name, email: facts.email })
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.personPrefix, 1)
    const id = newId(now.getTime())
    await tx.person.create({
      data: {
        id,
        ref,
        practiceId: actor.practiceId,
        name: facts.name,
        email: orNull(facts.email),
        jobTitle: facts.jobTitle,
        staffNumber: orNull(facts.staffNumber),
        startedOn: dateOrNull(facts.startedOn),
        createdAt: now,
        updatedAt: now,
      },
    })
    await replaceSites(context, id, siteIds)
    const record = recordOf({ id, ref, name: facts.name })
    return { value: { id, ref }, events: [{ sentence: `Added ${record.label} to the directory`, record }] }
  },
})

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<PersonRow> {
  const [row] = await personRows(tx, actor, [id])
  if (!row) throw notFound()
  return row
}

export const editPerson = defineCommand({
  name: 'person.edit',
  permission: 'person.edit',
  input: schema.editPersonInput,
  run: async (context, { id, version, siteIds, ...facts }) => {
    const { tx, actor, now } = context
    const person = await lockForEdit(context, id, version)
    requireAt(actor, 'person.edit', person.siteIds)
    requireAt(actor, 'person.edit', siteIds)
    await requireSites(tx, siteIds, person.siteIds)
    await changeEmail(context, person, facts.email)
    const before = await rowOf(context, id)
    if (facts.startedOn && before.leftOn && facts.startedOn > before.leftOn)
      throw invalid('Please check the marked fields.', {
        startedOn: `They left on ${formatDay(before.leftOn)}, before this day.`,
      })
    await tx.person.update({
      where: { id },
      data: {
        name: facts.name,
        email: orNull(facts.email),
        jobTitle: facts.jobTitle,
        staffNumber: orNull(facts.staffNumber),
        startedOn: dateOrNull(facts.startedOn),
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    await replaceSites(context, id, siteIds)
    const sentence =
      changeSentence(personTable, before, await rowOf(context, id)) ?? 'Saved them without changes'
    const named = { ...person, name: facts.name }
    return {
      value: { id },
      events: [{ sentence, record: recordOf(named) }],
      due: [fileDuties(named, siteIds, !person.active)],
    }
  },
})

export const returnPerson = defineCommand({
  name: 'person.return',
  permission: 'person.deactivate',
  input: schema.returnInput,
  run: async (context, { id, version, reason }) => {
    const person = await lockForEdit(context, id, version)
    requireAt(context.actor, 'person.deactivate', person.siteIds)
    if (person.active) throw conflict('They work here already.')
    await context.tx.person.update({
      where: { id },
      data: { active: true, leftOn: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Took them back; roles are given anew', reason, record: recordOf(person) }],
      due: [fileDuties(person, person.siteIds)],
    }
  },
})
