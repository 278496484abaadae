import { dateOf, dayOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { invalid, notFound } from '#lib/kernel/errors'
import { visible } from '#lib/people/policy'
import { leaveInput, removeLeaveInput } from './schema.ts'

/** The person of a leave, for those who keep training at all their sites. */
async function personOf({ tx, actor }: CommandContext, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  const person = await tx.person.findFirst({
    where: { AND: [{ id, archivedAt: null }, visible(actor)] },
    select: { id: true, ref: true, name: true, active: true, sites: { select: { siteId: true } } },
  })
  if (!person) throw notFound()
  requireAt(
    actor,
    'training.keep',
    person.sites.map(({ siteId }) => siteId),
  )
  return { ...person, record: { kind: 'person', id, label: `${person.ref} ${person.name}` } }
}

const inWords = (fromOn: string, untilOn: string | null) =>
  untilOn
    ? `from ${formatDay(dayOf(dateOf(fromOn)))} to ${formatDay(dayOf(dateOf(untilOn)))}`
    : `from ${formatDay(dayOf(dateOf(fromOn)))} until somebody says`

/** Notes days on which somebody is away, or changes them. Their training waits; the worker sees to it. */
export const saveLeave = defineCommand({
  name: 'training.save-leave',
  permission: 'training.keep',
  input: leaveInput,
  run: async (context, { id, personId, fromOn, untilOn }) => {
    const { tx, actor, now } = context
    const person = await personOf(context, personId)
    const wrong = (fields: Record<string, string>) => invalid('Please check the marked fields.', fields)
    if (!person.active) throw wrong({ personId: 'They do not work here any more.' })
    const before = id ? await tx.trainingLeave.findFirst({ where: { id, personId } }) : null
    if (id && !before) throw notFound()
    const overlaps = await tx.trainingLeave.count({
      where: {
        ...{ personId, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(fromOn) } }] },
        ...(untilOn ? { fromOn: { lte: dateOf(untilOn) } } : {}),
        ...(id ? { id: { not: id } } : {}),
      },
    })
    if (overlaps > 0) throw wrong({ fromOn: 'They are away on some of these days already. Change that one.' })
    const days = { fromOn: dateOf(fromOn), untilOn: untilOn ? dateOf(untilOn) : null }
    if (before)
      await tx.trainingLeave.update({
        where: { id: before.id },
        data: { ...days, version: { increment: 1 } },
      })
    else
      await tx.trainingLeave.create({
        data: { ...days, id: newId(now.getTime()), practiceId: actor.practiceId, personId, createdAt: now },
      })
    const sentence = `${before ? 'Changed their leave:' : 'Noted their leave:'} ${inWords(fromOn, untilOn)}`
    return { value: { personId }, events: [{ sentence, record: person.record }] }
  },
})

/** Takes a leave back that was entered by mistake: nothing was waited for, no date moves. */
export const removeLeave = defineCommand({
  name: 'training.remove-leave',
  permission: 'training.keep',
  input: removeLeaveInput,
  run: async (context, { id }) => {
    const { tx } = context
    const leave = await tx.trainingLeave.findFirst({ where: { id } })
    if (!leave) throw notFound()
    const person = await personOf(context, leave.personId)
    await tx.trainingLeave.deleteMany({ where: { id } })
    const words = inWords(dayOf(leave.fromOn), leave.untilOn ? dayOf(leave.untilOn) : null)
    return {
      value: { personId: person.id },
      events: [{ sentence: `Took back their leave ${words}`, record: person.record }],
    }
  },
})
