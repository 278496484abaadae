import type { Day } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { CommandContext } from '#lib/kernel/context'
import { env } from '#lib/platform/env'
import { queueMail } from '#lib/platform/outgoing-mail'
import type { GuestContext } from './guest-door.ts'
import { invitation } from './mails.ts'
import { questionnaireTable } from './table.ts'

/** Mails whoever sent a questionnaire that the answers are in, once for each time they are submitted. Demo practices mail nobody. */
export async function tellSender({ tx, actor, now, questionnaire, questions }: GuestContext): Promise<void> {
  if (actor.isDemo) return
  const { id, ref, senderId, vendor, templateVersion } = questionnaire
  const sender = await tx.person.findFirst({
    where: { id: senderId, active: true, archivedAt: null },
    select: { name: true, email: true },
  })
  if (!sender?.email) return
  const address = env().appUrl
  await queueMail(tx, {
    practiceId: actor.practiceId,
    key: `questionnaire:${id}:submitted:${now.getTime()}`,
    personId: senderId,
    to: sender.email,
    toName: sender.name,
    subject: `${vendor.name} has answered your questions`,
    text: [
      `${sender.name},`,
      '',
      `${vendor.name} has answered ${count(questions.length, 'question')} (${templateVersion.name}, ${ref}). They wait for somebody to look through them.`,
      ...(address ? ['', `${address}${questionnaireTable.path}/${id}`] : []),
      '',
      'Plumbline',
      '',
    ].join('\n'),
  })
}

/** Mails a new link to whoever is asked. Returns whether it goes out: not without an address, and not from a demo practice. */
export async function mailInvitation(
  { tx, actor }: CommandContext,
  sent: { id: string; contactName: string; contactEmail: string; vendorName: string; about: string },
  { path, answerBy, origin, note }: { path: string; answerBy: Day; origin: string; note: string },
): Promise<boolean> {
  if (sent.contactEmail === '' || origin === '' || actor.isDemo) return false
  const words = invitation({
    practice: actor.practiceName,
    sender: actor.name,
    contact: sent.contactName,
    vendor: sent.vendorName,
    about: sent.about,
    answerBy,
    address: `${origin}${path}`,
    note,
  })
  const state = await queueMail(tx, {
    practiceId: actor.practiceId,
    // Another link is another mail.
    key: `questionnaire:${sent.id}:${path.slice(-8)}`,
    to: sent.contactEmail,
    toName: sent.contactName,
    ...words,
  })
  return state === 'queued'
}
