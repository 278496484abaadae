import { z } from 'zod'
import type { RecordRef } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { Refusal } from '#lib/kernel/errors'
import { newToken } from '#lib/people/sessions'
import { recordOf } from '#lib/people/store'
import { hashToken } from '#lib/platform/session'
import { type Covers, coverOptions, feedInput } from './schema.ts'

async function ownRecord({ tx, actor }: CommandContext): Promise<RecordRef> {
  const select = { id: true, ref: true, name: true } as const
  return recordOf(await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select }))
}

/** Nobody's but the actor's own: no input of these commands names a person or a link. */
const working = ({ actor }: CommandContext) => ({ personId: actor.personId, revokedAt: null })

const inWords = (covers: Covers) => coverOptions.find(({ value }) => value === covers)?.trail ?? covers

const noLink = () => new Refusal('conflict', 'There is no calendar link any more. Make a new one.')

/** Makes the actor's own calendar link; one that worked before does not any more. The path is never to be seen again. */
export const makeFeed = defineCommand({
  name: 'calendar.make-link',
  permission: 'account.keep',
  input: feedInput,
  run: async (context, { covers }) => {
    const { tx, actor, now } = context
    const { practiceId, personId } = actor
    const { count } = await tx.calendarFeed.updateMany({ where: working(context), data: { revokedAt: now } })
    const token = newToken()
    await tx.calendarFeed.create({
      data: { practiceId, personId, tokenHash: hashToken(token), covers, createdAt: now },
    })
    const sentence = `${count > 0 ? 'Replaced their calendar link' : 'Made a calendar link'} with ${inWords(covers)}`
    return {
      value: { path: `/api/calendar/${token}.ics` },
      events: [{ sentence, record: await ownRecord(context) }],
    }
  },
})

/** Changes what the actor's calendar holds; the link stays. */
export const changeFeed = defineCommand({
  name: 'calendar.change-link',
  permission: 'account.keep',
  input: feedInput,
  run: async (context, { covers }) => {
    const { count } = await context.tx.calendarFeed.updateMany({ where: working(context), data: { covers } })
    if (count === 0) throw noLink()
    const sentence = `Changed what their calendar link holds to ${inWords(covers)}`
    return { value: null, events: [{ sentence, record: await ownRecord(context) }] }
  },
})

/** Ends the actor's calendar link. */
export const endFeed = defineCommand({
  name: 'calendar.end-link',
  permission: 'account.keep',
  input: z.object({}),
  run: async (context) => {
    const { count } = await context.tx.calendarFeed.updateMany({
      where: working(context),
      data: { revokedAt: context.now },
    })
    if (count === 0) throw noLink()
    return {
      value: null,
      events: [{ sentence: 'Ended their calendar link', record: await ownRecord(context) }],
    }
  },
})
