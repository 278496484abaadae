import { addDays, dateOf, formatDay } from '#lib/base/days'
import type { EventDraft } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import type { Harm } from '#lib/kernel/due'
import { visibleDuties } from '#lib/kernel/due-scope'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { maySettle, successorsOf } from './policy.ts'
import { endSnoozeInput, handOverInput, longestRest, snoozeInput } from './schema.ts'

/** The duty, locked until the transaction ends, for those who may put it off or hand it over. */
async function lockDuty({ tx, actor }: CommandContext, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Obligation" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  const duty = await tx.obligation.findFirst({
    where: { AND: [{ id }, visibleDuties(actor)] },
    include: { owner: { select: { name: true } } },
  })
  if (!duty) throw notFound()
  if (!maySettle(actor, duty)) throw forbidden()
  if (duty.state !== 'open') throw conflict('It was done meanwhile, or is no longer needed.')
  return duty
}

interface Named {
  recordKind: string
  recordId: string
  recordLabel: string
}

const about = (duty: Named, sentence: string, reason?: string): EventDraft => ({
  sentence,
  record: { kind: duty.recordKind, id: duty.recordId, label: duty.recordLabel },
  ...(reason ? { reason } : {}),
})

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** Lets the reminders of a duty rest until a day. It stays due when it is due, and overdue when it is. */
export const snoozeDuty = defineCommand({
  name: 'due.snooze',
  permission: 'due.settle-own',
  input: snoozeInput,
  run: async (context, { id, until, reason }) => {
    const { tx, actor, today } = context
    const duty = await lockDuty(context, id)
    const days = longestRest[duty.harm as Harm]
    const last = addDays(today, days)
    if (until <= today) throw wrong('until', 'Choose a day after today.')
    if (until > last) throw wrong('until', `At most ${days} days ahead: ${formatDay(last)}.`)
    await tx.obligation.update({
      where: { id },
      data: { snoozedUntil: dateOf(until), snoozeReason: reason, snoozedByName: actor.name },
    })
    const sentence = `Put off the reminders of “${duty.title}” until ${formatDay(until)}`
    return { value: { id }, events: [about(duty, sentence, reason)] }
  },
})

/** Reminders of a duty go on as if it had not been put off. */
export const endSnooze = defineCommand({
  name: 'due.end-snooze',
  permission: 'due.settle-own',
  input: endSnoozeInput,
  run: async (context, { id }) => {
    const duty = await lockDuty(context, id)
    if (!duty.snoozedUntil) throw conflict('Its reminders do not rest any more.')
    await context.tx.obligation.update({ where: { id }, data: restless })
    return { value: { id }, events: [about(duty, `Let the reminders of “${duty.title}” go on`)] }
  },
})

const restless = { snoozedUntil: null, snoozeReason: '', snoozedByName: '' } as const

/** Gives one duty to somebody else who works here, until it is done; who owns the record stays the same. */
export const handOverDuty = defineCommand({
  name: 'due.hand-over',
  permission: 'due.settle-own',
  input: handOverInput,
  run: async (context, { id, toId, reason }) => {
    const { tx } = context
    const duty = await lockDuty(context, id)
    if (toId === duty.ownerId) throw wrong('toId', 'It is theirs already. Choose somebody else.')
    const to = await tx.person.findFirst({
      where: { AND: [{ id: toId }, successorsOf(context.actor, duty)] },
      select: { name: true },
    })
    if (!to) throw wrong('toId', 'Choose somebody who works here and may do more than look on.')
    // Whoever is given it is told of it at once: a rest was between others.
    await tx.obligation.update({ where: { id }, data: { ownerId: toId, handedOver: true, ...restless } })
    const from = duty.owner ? ` from ${duty.owner.name}` : ''
    const sentence = `Handed “${duty.title}” over${from} to ${to.name}, until it is done`
    return { value: { id }, events: [about(duty, sentence, reason)] }
  },
})
