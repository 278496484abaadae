import { addDays, dateOf, dayOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { daysLate } from '#lib/kernel/due'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { optionLabel } from '#lib/kernel/table'
import { requireHere } from '#lib/people/works-here'
import { type Kind, kinds, practiceKind } from './options.ts'
import { may } from './policy.ts'
import * as schema from './schema.ts'
import { type Locked, lockAssessment, lockForEdit, recordOf, refuseSigned, settle, touched } from './store.ts'
import { questionOf } from './templates.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** Refuses whoever may not do this to an assessment that they may see. */
function requireMay(context: CommandContext, deed: 'edit' | 'archive', found: Locked): void {
  if (!may(context.actor, deed, found)) throw forbidden()
}

/** The system that is assessed, when the actor keeps it; null for the practice. */
async function subjectOf({ tx, actor }: CommandContext, kind: Kind, systemId: string | null) {
  if (kind === practiceKind) {
    if (systemId) throw wrong('systemId', 'This kind is about the practice, not about one system.')
    if (!may(actor, 'edit', { siteIds: [] })) throw forbidden()
    return null
  }
  if (!systemId) throw wrong('systemId', 'Choose the AI system that is assessed.')
  const system = await tx.aiSystem.findFirst({
    where: { id: systemId },
    select: { ref: true, name: true, archivedAt: true, sites: { select: { siteId: true } } },
  })
  if (!system || !may(actor, 'edit', { siteIds: system.sites.map(({ siteId }) => siteId) })) throw notFound()
  if (system.archivedAt) throw conflict('This AI system is archived. Restore it first.')
  return system
}

/** The last signed one of the same kind about the same, from which the new one starts. */
async function predecessorOf({ tx }: CommandContext, kind: Kind, systemId: string | null) {
  const same = { kind, systemId, archivedAt: null }
  const open = await tx.assessment.findFirst({ where: { ...same, state: 'open' }, select: { ref: true } })
  if (open) throw conflict(`${open.ref} is open and about the same: finish it first.`)
  return tx.assessment.findFirst({
    where: { ...same, state: 'signed' },
    orderBy: [{ signedOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      ref: true,
      answers: {
        select: { question: true, answer: true, note: true, answeredById: true, answeredAt: true },
      },
    },
  })
}

export const startAssessment = defineCommand({
  name: 'assessment.start',
  permission: 'assessment.edit',
  input: schema.startInput,
  run: async (context, { dueOn, ...input }) => {
    const { tx, actor, now, today } = context
    const { kind, systemId } = input
    await subjectOf(context, kind, systemId)
    await requireHere(context, input)
    if (daysLate(dueOn, today) > 0) throw wrong('dueOn', 'This day has passed.')
    // The counter stays locked until the end: two who start at once come after each other.
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.assessmentPrefix, 1)
    const predecessor = await predecessorOf(context, kind, systemId)
    const id = newId(now.getTime())
    await tx.assessment.create({
      data: {
        ...{ ...input, id, ref, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
        startedOn: dateOf(today),
        dueOn: dateOf(dueOn),
        predecessorId: predecessor?.id ?? null,
      },
    })
    const carried = (predecessor?.answers ?? []).filter(({ question }) => questionOf(kind, question))
    await insertRows(
      tx,
      'AssessmentAnswer',
      carried.map(({ answeredAt, ...answer }) => ({
        ...answer,
        answeredAt: answeredAt.toISOString(),
        id: newId(now.getTime()),
        practiceId: actor.practiceId,
        assessmentId: id,
        carriedOver: true,
      })),
    )
    const record = recordOf({ id, ref, title: input.title })
    const from = predecessor
      ? ` from ${predecessor.ref}, with ${count(carried.length, 'answer')} to confirm`
      : ''
    return {
      value: { id, ref },
      events: [
        {
          sentence: `Started it (${optionLabel(kinds, kind)})${from}, to be finished by ${formatDay(dueOn)}`,
          record,
        },
      ],
      // The duty to start the next one ends with this.
      due: await settle(context, { id: { in: [id, ...(predecessor ? [predecessor.id] : [])] } }),
    }
  },
})

export const editAssessment = defineCommand({
  name: 'assessment.edit',
  permission: 'assessment.edit',
  input: schema.editInput,
  run: async (context, { id, version, dueOn, ...facts }) => {
    const { tx, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireMay(context, 'edit', found)
    await requireHere(context, facts, found)
    const before = found.dueOn ?? found.startedOn
    const moved = before.getTime() !== dateOf(dueOn).getTime()
    if (found.state === 'signed' && (moved || facts.title !== found.title || facts.scope !== found.scope))
      refuseSigned(found)
    if (moved && daysLate(dueOn, today) > 0) throw wrong('dueOn', 'This day has passed.')
    await tx.assessment.update({ where: { id }, data: { ...facts, dueOn: dateOf(dueOn), ...touched(now) } })
    const names = await namesOf(context, [found.ownerId, facts.ownerId, found.backupId, facts.backupId])
    const changes = [
      ...(facts.title === found.title ? [] : [`renamed it from “${found.title}”`]),
      ...(facts.scope === found.scope ? [] : ['rewrote the scope']),
      ...(moved ? [`moved the day to finish to ${formatDay(dueOn)}`] : []),
      ...changeOf('owner', names(found.ownerId), names(facts.ownerId)),
      ...changeOf('backup', names(found.backupId), names(facts.backupId)),
    ].join('; ')
    return {
      value: { id },
      events: [
        {
          sentence: changes ? changes.charAt(0).toUpperCase() + changes.slice(1) : 'Saved it without changes',
          record: recordOf({ ...found, ...facts }),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

async function namesOf({ tx }: CommandContext, ids: readonly (string | null)[]) {
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  })
  const byId = new Map(people.map(({ id, name }) => [id, name]))
  return (id: string | null) => (id ? (byId.get(id) ?? '') : 'nobody')
}

const changeOf = (what: string, from: string, to: string): string[] =>
  from === to ? [] : [`changed the ${what} from ${from} to ${to}`]

/** Days that a correction has at least. */
const correctionDays = 14

/** Opens a signed assessment again. What was frozen and signed stays; signing makes another copy with this reason. */
export const correctAssessment = defineCommand({
  name: 'assessment.correct',
  permission: 'assessment.edit',
  input: schema.correctInput,
  run: async (context, { id, version, reason }) => {
    const { tx, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireMay(context, 'edit', found)
    if (found.state !== 'signed') throw conflict('It is open: it can be changed as it is.')
    const followed = await tx.assessment.findFirst({
      where: { predecessorId: id, archivedAt: null },
      select: { ref: true },
    })
    if (followed) throw conflict(`${followed.ref} follows it: what is wrong is put right there.`)
    const soonest = addDays(today, correctionDays)
    const before = dayOf(found.dueOn ?? found.startedOn)
    const dueOn = dateOf(daysLate(before, soonest) > 0 ? soonest : before)
    await tx.assessment.update({
      where: { id },
      data: { state: 'open', signedOn: null, correction: reason, dueOn, ...touched(now) },
    })
    return {
      value: { id },
      events: [{ sentence: 'Opened it again to correct it', reason, record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})

export const archiveAssessment = defineCommand({
  name: 'assessment.archive',
  permission: 'assessment.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const { tx, now } = context
    const found = await lockForEdit(context, id, version)
    requireMay(context, 'archive', found)
    await tx.assessment.update({ where: { id }, data: { archivedAt: now, ...touched(now) } })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', reason, record: recordOf(found) }],
      due: await settle(context, { OR: [{ id }, { successors: { some: { id } } }] }),
    }
  },
})

export const restoreAssessment = defineCommand({
  name: 'assessment.restore',
  permission: 'assessment.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const { tx, now } = context
    const found = await lockAssessment(context, id)
    requireMay(context, 'archive', found)
    if (!found.archivedAt) throw conflict('It is not archived.')
    const { kind, systemId } = found
    const other =
      found.state === 'open' &&
      (await tx.assessment.findFirst({
        where: { kind, systemId, archivedAt: null, state: 'open' },
        select: { ref: true },
      }))
    if (other) throw conflict(`${other.ref} is open and about the same: finish or archive it first.`)
    await tx.assessment.update({ where: { id }, data: { archivedAt: null, ...touched(now) } })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(found) }],
      due: await settle(context, { OR: [{ id }, { successors: { some: { id } } }] }),
    }
  },
})
