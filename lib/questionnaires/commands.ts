import { addDays, type Day, dateOf, dayOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { endOf, linkDays, makeLink, mostLinkDays, type NewLink } from './links.ts'
import { visible } from './policy.ts'
import * as schema from './schema.ts'
import { mailInvitation } from './send-mails.ts'
import {
  type LockedQuestionnaire,
  lockForEdit,
  lockQuestionnaire,
  recordOf,
  settle,
  touched,
} from './store.ts'
import { versionToSend } from './template-commands.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** A questionnaire that went out: its link, and whether it was mailed too. */
export interface SentLink extends NewLink {
  id: string
  ref: string
  mailed: boolean
}

/** The last day of a link that is made on `today` for answers by `answerBy`. */
const linkUntil = (today: Day, answerBy: Day): Day => {
  const usual = addDays(today, linkDays)
  return answerBy > usual ? answerBy : usual
}

function checkAnswerBy(today: Day, answerBy: Day): void {
  if (answerBy < today) throw wrong('answerBy', 'This day has passed.')
  if (answerBy > addDays(today, mostLinkDays))
    throw wrong('answerBy', `At most ${mostLinkDays} days from today.`)
}

/** The questionnaire that a new one follows: of the same vendor, answered, and followed by no other. */
async function previousOf({ tx, actor }: CommandContext, id: string, vendorId: string) {
  const found = await tx.questionnaire.findFirst({
    where: { AND: [{ id, vendorId }, visible(actor)] },
    select: { ref: true, submittedAt: true, next: { where: { archivedAt: null }, select: { ref: true } } },
  })
  if (!found) throw notFound()
  if (!found.submittedAt)
    throw conflict(`${found.ref} has not been answered: there is nothing to begin with.`)
  const [next] = found.next
  if (next) throw conflict(`${next.ref} begins with these answers already.`)
  return found
}

export const sendQuestionnaire = defineCommand({
  name: 'questionnaire.send',
  permission: 'questionnaire.send',
  input: schema.sendInput,
  run: async (context, input) => {
    const { tx, actor, now, today } = context
    const { vendorId, answerBy, contactName, contactEmail, note, previousId, origin } = input
    requireAt(actor, 'questionnaire.send', [])
    checkAnswerBy(today, answerBy)
    // Two who send at once would not see each other's.
    await tx.$executeRaw`SELECT 1 FROM "Vendor" WHERE "id" = ${vendorId}::uuid FOR UPDATE`
    const vendor = await tx.vendor.findFirst({
      where: { id: vendorId },
      select: { ref: true, name: true, archivedAt: true },
    })
    if (!vendor) throw notFound()
    if (vendor.archivedAt) throw conflict('This vendor is archived. Restore it first.')
    const previous = previousId ? await previousOf(context, previousId, vendorId) : null
    const questions = await versionToSend(context, input.template)
    const out = await tx.questionnaire.findFirst({
      where: {
        vendorId,
        submittedAt: null,
        archivedAt: null,
        templateVersion: { templateId: questions.templateId },
      },
      select: { ref: true },
    })
    if (out)
      throw conflict(`${out.ref} asks ${vendor.name} these questions already, and is not answered yet.`)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.questionnairePrefix, 1)
    const id = newId(now.getTime())
    await tx.questionnaire.create({
      data: {
        ...{ id, ref, practiceId: actor.practiceId, vendorId, previousId, contactName, contactEmail, note },
        templateVersionId: questions.id,
        senderId: actor.personId,
        sentOn: dateOf(today),
        answerBy: dateOf(answerBy),
        createdAt: now,
        updatedAt: now,
      },
    })
    const link = await makeLink(context, id, { until: linkUntil(today, answerBy), origin })
    const mailed = await mailInvitation(
      context,
      { id, contactName, contactEmail, vendorName: vendor.name, about: questions.name },
      { path: link.path, answerBy, origin, note },
    )
    const follows = previous ? `, beginning with the answers of ${previous.ref}` : ''
    return {
      value: { id, ref, mailed, ...link } satisfies SentLink,
      events: [
        {
          sentence: `Sent “${questions.name}”, version ${questions.number}, to ${contactName}, to be answered by ${formatDay(answerBy)}${follows}`,
          record: recordOf({ id, ref, vendor }),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

async function unanswered(
  context: CommandContext,
  { id, version }: { id: string; version: number },
): Promise<LockedQuestionnaire> {
  const found = await lockForEdit(context, id, version)
  requireAt(context.actor, 'questionnaire.send', [])
  if (found.submittedAt) throw conflict('The answers are in already.')
  return found
}

/** Moves the day by which answers are wanted, and the last day of the link. */
export const changeDates = defineCommand({
  name: 'questionnaire.dates',
  permission: 'questionnaire.send',
  input: schema.datesInput,
  run: async (context, { id, version, answerBy, linkUntil: until }) => {
    const { tx, now, today, actor } = context
    const found = await unanswered(context, { id, version })
    if (answerBy !== dayOf(found.answerBy)) checkAnswerBy(today, answerBy)
    if (until < today) throw wrong('linkUntil', 'This day has passed. Withdraw the link if it is to end now.')
    if (until > addDays(today, mostLinkDays))
      throw wrong('linkUntil', `At most ${mostLinkDays} days from today.`)
    const { count } = await tx.questionnaireLink.updateMany({
      where: { questionnaireId: id, revokedAt: null },
      data: { expiresAt: endOf(until, actor.timeZone) },
    })
    await tx.questionnaire.update({ where: { id }, data: { answerBy: dateOf(answerBy), ...touched(now) } })
    const ofLink = count > 0 ? `; the link works until ${formatDay(until)}` : ''
    return {
      value: { id },
      events: [
        {
          sentence: `Asked for the answers by ${formatDay(answerBy)}${ofLink}`,
          record: recordOf(found),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

export const revokeLink = defineCommand({
  name: 'questionnaire.revoke-link',
  permission: 'questionnaire.send',
  input: schema.reasonInput,
  run: async (context, { id, version, reason }) => {
    const { tx, actor, now } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'questionnaire.send', [])
    const { count } = await tx.questionnaireLink.updateMany({
      where: { questionnaireId: id, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) throw conflict('There is no link that could be withdrawn.')
    await tx.questionnaire.update({ where: { id }, data: touched(now) })
    return {
      value: { id },
      events: [{ sentence: 'Withdrew the link', reason, record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})

/** Makes another link, and mails it where mail is set up; the one before stops working. */
export const renewLink = defineCommand({
  name: 'questionnaire.new-link',
  permission: 'questionnaire.send',
  input: schema.linkInput,
  run: async (context, { id, version, origin }) => {
    const { tx, now, today } = context
    const found = await unanswered(context, { id, version })
    if (found.vendor.archivedAt) throw conflict('This vendor is archived. Restore it first.')
    const answerBy = dayOf(found.answerBy)
    const link = await makeLink(context, id, { until: linkUntil(today, answerBy), origin })
    await tx.questionnaire.update({ where: { id }, data: touched(now) })
    const about = found.templateVersion.name
    const mailed = await mailInvitation(
      context,
      { ...found, vendorName: found.vendor.name, about },
      { path: link.path, answerBy, origin, note: '' },
    )
    const value: SentLink = { id, ref: found.ref, mailed, ...link }
    const sentence = 'Made another link; the one before does not work any more'
    return { value, events: [{ sentence, record: recordOf(found) }], due: await settle(context, { id }) }
  },
})

/** Gives submitted answers back to whoever gave them. What was said of an answer stays until the answer changes. */
export const reopenQuestionnaire = defineCommand({
  name: 'questionnaire.reopen',
  permission: 'questionnaire.send',
  input: schema.reopenInput,
  run: async (context, { id, version, answerBy, reason }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'questionnaire.send', [])
    if (!found.submittedAt) throw conflict('It is open: nothing was submitted.')
    checkAnswerBy(today, answerBy)
    const followed = await tx.questionnaire.count({ where: { previousId: id, archivedAt: null } })
    if (followed > 0) throw conflict('The next one begins with these answers already.')
    await tx.questionnaire.update({
      where: { id },
      data: { submittedAt: null, scoredAt: null, answerBy: dateOf(answerBy), ...touched(now) },
    })
    await tx.questionnaireLink.updateMany({
      where: { questionnaireId: id, revokedAt: null, expiresAt: { lt: endOf(answerBy, actor.timeZone) } },
      data: { expiresAt: endOf(answerBy, actor.timeZone) },
    })
    const sentence = `Opened it again for ${found.contactName}, to be answered by ${formatDay(answerBy)}`
    return {
      value: { id },
      events: [{ sentence, reason, record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})

/** Takes a questionnaire out of the register; its link stops working. */
export const archiveQuestionnaire = defineCommand({
  name: 'questionnaire.archive',
  permission: 'questionnaire.send',
  input: schema.reasonInput,
  run: async (context, { id, version, reason }) => {
    const { tx, actor, now } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'questionnaire.send', [])
    await tx.questionnaire.update({ where: { id }, data: { archivedAt: now, ...touched(now) } })
    await tx.questionnaireLink.updateMany({
      where: { questionnaireId: id, revokedAt: null },
      data: { revokedAt: now },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it; its link does not work any more', reason, record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreQuestionnaire = defineCommand({
  name: 'questionnaire.restore',
  permission: 'questionnaire.send',
  input: schema.versionInput,
  run: async (context, { id }) => {
    const { tx, actor, now } = context
    const found = await lockQuestionnaire(context, id)
    requireAt(actor, 'questionnaire.send', [])
    if (!found.archivedAt) throw conflict('It is not archived.')
    await tx.questionnaire.update({ where: { id }, data: { archivedAt: null, ...touched(now) } })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})
