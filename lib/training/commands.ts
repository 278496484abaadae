import { dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requireHere } from '#lib/people/works-here'
import { noLongerMeant } from './audience.ts'
import { changesInWords } from './changes.ts'
import { countsOf, noCounts } from './counts.ts'
import { enrol } from './enrol.ts'
import { nameAtFirst } from './name-people.ts'
import { mayEdit } from './policy.ts'
import { campaignRow } from './queries.ts'
import * as schema from './schema.ts'
import {
  type Locked,
  lockCampaign,
  lockForEdit,
  recordOf,
  settle,
  settleAssignments,
  settleEscalations,
  settleThese,
  takeOut,
  touched,
} from './store.ts'

/** Refuses a course that nobody could read, and sites that are not the practice's. */
async function requireTeachable(
  { tx }: CommandContext,
  { courseId, siteIds }: { courseId: string; siteIds: readonly string[] },
): Promise<void> {
  const course = await tx.course.findFirst({
    where: { id: courseId, archivedAt: null },
    select: { number: true },
  })
  const problem = (fields: Record<string, string>) => invalid('Please check the marked fields.', fields)
  if (!course) throw problem({ courseId: 'Choose from the list.' })
  if (course.number === 0) throw problem({ courseId: 'This course is not published yet. Publish it first.' })
  const sites = await tx.site.count({ where: { id: { in: [...siteIds] }, archivedAt: null } })
  if (sites !== new Set(siteIds).size) throw problem({ siteIds: 'Choose from the list.' })
}

const columnsOf = ({ changedOn, opensOn, dueOn, ...facts }: schema.CampaignFacts) => ({
  ...facts,
  changedOn: changedOn ? dateOf(changedOn) : null,
  opensOn: dateOf(opensOn),
  dueOn: dueOn ? dateOf(dueOn) : null,
})

async function rowOf({ tx, actor }: CommandContext, id: string) {
  const row = await campaignRow(tx, actor, id)
  if (!row) throw notFound()
  return row
}

function refuseOthers({ actor }: CommandContext): void {
  if (!mayEdit(actor)) throw forbidden()
}

/** Makes a campaign. When it opens today or earlier, it is assigned at once. */
export const createCampaign = defineCommand({
  name: 'training.create',
  permission: 'training.edit',
  input: schema.createInput,
  timeoutMs: 60_000,
  run: async (context, { takeIn, leaveOut, nameReason, ...input }) => {
    const { tx, actor, now } = context
    refuseOthers(context)
    await requireTeachable(context, input)
    await requireHere(context, input)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.campaignPrefix, 1)
    const id = newId(now.getTime())
    await tx.campaign.create({
      data: { ...columnsOf(input), id, ref, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
    })
    const record = recordOf({ id, ref, title: input.title })
    const named = await nameAtFirst(context, record, { takeIn, leaveOut, nameReason })
    const { people, events, changed } = await enrol(context, [await lockCampaign(context, id)])
    const reason = input.reason === '' ? {} : { reason: input.reason }
    return {
      value: { id, ref, people },
      events: [{ sentence: `Made the campaign ${record.label}`, record, ...reason }, ...named, ...events],
      due: [...(await settle(context, { id })), ...(await settleThese(context, changed))],
    }
  },
})

/** What an open campaign cannot change any more: people have read the course, and have their dates. */
function refuseAfterOpening(
  { today }: CommandContext,
  campaign: Locked,
  input: { courseId: string; opensOn: string; occasion: string },
): void {
  if (dayOf(campaign.opensOn) > today) return
  const fields: Record<string, string> = {}
  if (input.courseId !== campaign.courseId)
    fields.courseId = 'It is open: its course can no longer be another.'
  if (input.opensOn !== dayOf(campaign.opensOn)) fields.opensOn = 'It is open already.'
  if (
    input.occasion !== campaign.occasion &&
    (input.occasion === 'joining' || campaign.occasion === 'joining')
  )
    fields.occasion = 'It is open: whom it takes in can no longer follow from joining, or cease to.'
  if (Object.keys(fields).length > 0) throw invalid('Please check the marked fields.', fields)
}

/** Moves the due date of those who still have the campaign's own one and have not signed. */
async function moveDueDates(
  { tx }: CommandContext,
  { id, dueOn }: Locked,
  to: string | null,
): Promise<number> {
  if (dueOn === null || to === null || dayOf(dueOn) === to) return 0
  const { count: moved } = await tx.assignment.updateMany({
    where: { campaignId: id, signedOn: null, closedOn: null, dueOn },
    data: { dueOn: dateOf(to), version: { increment: 1 } },
  })
  return moved
}

/** Changes a campaign that is not closed. Whoever comes to be meant by it is assigned at once. */
export const editCampaign = defineCommand({
  name: 'training.edit',
  permission: 'training.edit',
  input: schema.editInput,
  timeoutMs: 60_000,
  run: async (context, { id, version, ...facts }) => {
    const { tx, now } = context
    const campaign = await lockForEdit(context, id, version)
    refuseOthers(context)
    refuseAfterOpening(context, campaign, facts)
    await requireTeachable(context, facts)
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    await tx.campaign.update({ where: { id }, data: { ...columnsOf(facts), ...touched(now) } })
    const moved = await moveDueDates(context, campaign, facts.dueOn)
    const out = await noLongerMeant(tx, id)
    await takeOut(context, out)
    const { events, changed } = await enrol(context, [await lockCampaign(context, id)])
    const after = await rowOf(context, id)
    const sentence = [
      changesInWords(before, after),
      ...(moved > 0 ? [`${count(moved, 'person has', 'people have')} until the new date`] : []),
      ...(out.length > 0
        ? [`took out ${count(out.length, 'person', 'people')} whom it is not meant for`]
        : []),
    ].join('; ')
    const own: EventDraft = { sentence, record: recordOf(after) }
    const open =
      moved > 0
        ? await settleAssignments(context, { campaignId: id, signedOn: null })
        : await settleThese(context, [...out, ...changed])
    return { value: { id }, events: [own, ...events], due: [...(await settle(context, { id })), ...open] }
  },
})

/** Closes a campaign: nobody signs it after that, and who had not is counted as such for good. */
export const closeCampaign = defineCommand({
  name: 'training.close',
  permission: 'training.edit',
  input: schema.closeInput,
  timeoutMs: 60_000,
  run: async (context, { id, version, reason }) => {
    const { tx, now, today } = context
    const campaign = await lockForEdit(context, id, version)
    refuseOthers(context)
    const open = { campaignId: id, signedOn: null, closedOn: null }
    const ids = (await tx.assignment.findMany({ where: open, select: { id: true } })).map((one) => one.id)
    await tx.assignment.updateMany({
      where: open,
      data: { closedOn: dateOf(today), closedFor: 'closed', version: { increment: 1 } },
    })
    const { assigned, signed, signedLate } = (await countsOf(tx, [id], today)).get(id) ?? noCounts
    await tx.campaign.update({
      where: { id },
      data: {
        ...{ closedOn: dateOf(today), closedReason: reason, assigned, signedLate },
        signedInTime: signed - signedLate,
        ...touched(now),
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Closed it with ${signed} of ${count(assigned, 'person', 'people')} signed${ids.length > 0 ? `; ${ids.length.toLocaleString('en-US')} not` : ''}`,
          record: recordOf(campaign),
          reason,
        },
      ],
      due: [
        ...(await settle(context, { id })),
        ...(await settleEscalations(context, { campaignId: id })),
        ...(await settleThese(context, ids)),
      ],
    }
  },
})

/** Takes a campaign out of the register; only one that was never signed. */
export const archiveCampaign = defineCommand({
  name: 'training.archive',
  permission: 'training.archive',
  input: schema.archiveInput,
  timeoutMs: 60_000,
  run: async (context, { id, version, reason }) => {
    const { tx, now, today } = context
    const campaign = await lockCampaign(context, id)
    refuseOthers(context)
    if (campaign.version !== version || campaign.archivedAt)
      throw conflict('It was changed while you had it open.')
    const signed = await tx.assignment.count({ where: { campaignId: id, signedOn: { not: null } } })
    if (signed > 0)
      throw conflict(
        `${count(signed, 'person has', 'people have')} signed it. Close it instead: it stays in the register.`,
      )
    await tx.assignment.updateMany({
      where: { campaignId: id, closedOn: null },
      data: { closedOn: dateOf(today), closedFor: 'not-meant', version: { increment: 1 } },
    })
    await tx.campaign.update({ where: { id }, data: { archivedAt: now, ...touched(now) } })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(campaign), reason }],
      due: [
        ...(await settle(context, { id })),
        ...(await settleEscalations(context, { campaignId: id })),
        ...(await settleAssignments(context, { campaignId: id })),
      ],
    }
  },
})
