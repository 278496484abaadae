import { addDays, type Day, dateOf, formatDay, isDay } from '#lib/base/days'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid } from '#lib/kernel/errors'
import * as schema from './exception-schema.ts'
import { addStep, type LockedAssignment, lockSeen, refuseOwn } from './exception-store.ts'
import { settleAssignments } from './store.ts'

/** Later would not be an exception any more. */
const mostDays = 365

/** Refuses a new due date that is past or beyond a year. */
export function requireAhead({ today }: CommandContext, until: string): Day {
  const problem = (message: string) => invalid('Please check the marked fields.', { until: message })
  if (!isDay(until)) throw problem('Use a real date.')
  if (until < today) throw problem('This day is past.')
  if (until > addDays(today, mostDays)) throw problem('Choose a day within the next twelve months.')
  return until
}

function refuseClosed({ campaign, signedOn, closedFor }: LockedAssignment): void {
  if (campaign.closedOn) throw conflict('This campaign is closed, so nobody can sign it any more.')
  if (signedOn) throw conflict('It is signed: there is nothing left to do.')
  if (closedFor) throw conflict('There is nothing left to do here. Open it again first.')
}

/** Gives somebody more time. The first due date stays beside the new one. */
export const extendAssignment = defineCommand({
  name: 'training.extend',
  permission: 'training.keep',
  input: schema.extendInput,
  run: async (context, { id, version, until, reason }) => {
    const found = await lockSeen(context, { id, version }, 'training.keep')
    refuseOwn(context, found)
    refuseClosed(found)
    const after = requireAhead(context, until)
    if (after <= found.until)
      throw invalid('Please check the marked fields.', {
        until: `It is due on ${formatDay(found.until)} already: choose a later day.`,
      })
    await context.tx.assignment.update({
      where: { id },
      data: { dueOn: dateOf(after), version: { increment: 1 } },
    })
    await addStep(context, id, { kind: 'extended', reason, before: found.until, after })
    const sentence = `Gave ${found.person.name} time until ${formatDay(after)} instead of ${formatDay(found.until)}`
    return {
      value: { id, personId: found.personId },
      events: [{ sentence, record: found.record, reason }],
      due: await settleAssignments(context, { id }),
    }
  },
})

/** Lets somebody off: it is not counted any more, and the reason is kept. */
export const excuseAssignment = defineCommand({
  name: 'training.excuse',
  permission: 'training.keep',
  input: schema.excuseInput,
  run: async (context, { id, version, reason }) => {
    const found = await lockSeen(context, { id, version }, 'training.keep')
    refuseOwn(context, found)
    refuseClosed(found)
    await context.tx.assignment.update({
      where: { id },
      data: { closedOn: dateOf(context.today), closedFor: 'excused', version: { increment: 1 } },
    })
    await addStep(context, id, { kind: 'excused', reason })
    return {
      value: { id, personId: found.personId },
      events: [{ sentence: `Excused ${found.person.name}`, record: found.record, reason }],
      due: await settleAssignments(context, { id }),
    }
  },
})

/** Takes an excuse back: it has to be signed after all, by a day ahead. */
export const reopenAssignment = defineCommand({
  name: 'training.reopen',
  permission: 'training.keep',
  input: schema.extendInput,
  run: async (context, { id, version, until, reason }) => {
    const found = await lockSeen(context, { id, version }, 'training.keep')
    if (found.campaign.closedOn) throw conflict('This campaign is closed, so nobody can sign it any more.')
    if (found.closedFor !== 'excused') throw conflict('Only what somebody was excused from is opened again.')
    const after = requireAhead(context, until)
    await context.tx.assignment.update({
      where: { id },
      data: { closedOn: null, closedFor: null, dueOn: dateOf(after), version: { increment: 1 } },
    })
    await addStep(context, id, { kind: 'reopened', reason, before: found.until, after })
    const sentence = `Opened it again for ${found.person.name}, until ${formatDay(after)}`
    return {
      value: { id, personId: found.personId },
      events: [{ sentence, record: found.record, reason }],
      due: await settleAssignments(context, { id }),
    }
  },
})
