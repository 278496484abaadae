import { type Day, day, dayOf } from '#lib/base/days'
import { count } from '#lib/base/text'
import { canAt, sitesWith } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { dueStatus } from '#lib/kernel/due'
import { conflict, forbidden } from '#lib/kernel/errors'
import { contentOf, textIn } from '#lib/law/lessons/course-content'
import type { Language } from '#lib/law/lessons/lesson'
import { env } from '#lib/platform/env'
import { isMailSetUp } from '#lib/platform/mail'
import { queueMails } from '#lib/platform/outgoing-mail'
import { reminderMail } from './reminder-mail.ts'
import { remindInput } from './schema.ts'
import { lockCampaign, recordOf, takesIn } from './store.ts'

interface ToRemind {
  assignmentId: string
  dueOn: Day
  personId: string
  name: string
  email: string
  language: Language
}

/**
 * Asks everybody by mail who has not signed a campaign, or those of one site: each at most once a day, in their language, with
 * the direct link. Not those on leave. Who has no e-mail address hears of it at work.
 */
export const remindNow = defineCommand({
  name: 'training.remind',
  permission: 'training.keep',
  input: remindInput,
  timeoutMs: 60_000,
  run: async (context, { id, siteId }) => {
    const { tx, actor, today } = context
    const campaign = await lockCampaign(context, id)
    if (!canAt(actor, 'training.keep', siteId ? [siteId] : [])) throw forbidden()
    if (!takesIn(campaign, today))
      throw conflict('Reminders go out while a campaign is open. This one is not.')
    if (!actor.isDemo && !isMailSetUp())
      throw conflict('No mail server is set up, so nobody can be reminded by mail. See Settings, Reminders.')
    const version = await tx.courseVersion.findFirst({
      where: { courseId: campaign.courseId },
      orderBy: { number: 'desc' },
      select: { content: true },
    })
    if (!version) throw conflict('Its course is not published, so there is nothing to sign yet.')
    const sites = sitesWith(actor, 'training.keep')
    const open = await tx.assignment.findMany({
      where: {
        ...{ campaignId: id, signedOn: null, closedOn: null, pausedOn: null },
        ...(siteId ? { siteId } : sites === 'all' ? {} : { siteId: { in: [...sites] } }),
        person: { active: true, archivedAt: null, email: { not: null } },
      },
      select: {
        id: true,
        dueOn: true,
        person: { select: { id: true, name: true, email: true, language: true } },
      },
    })
    const content = contentOf(version.content)
    const people = open.map(
      ({ id: assignmentId, dueOn, person }): ToRemind => ({
        ...{ assignmentId, dueOn: dayOf(dueOn), personId: person.id, name: person.name },
        ...{ email: person.email ?? '', language: person.language === 'es' ? 'es' : 'en' },
      }),
    )
    const mails = people.map((person) => mailTo(person, { actor, today, campaignId: id, content }))
    const reminded = actor.isDemo ? 0 : (await queueMails(tx, actor.practiceId, mails)).size
    const who = count(reminded, 'person', 'people')
    const before = people.length - reminded
    return {
      value: { reminded, before: actor.isDemo ? 0 : before, isDemo: actor.isDemo },
      events: [
        {
          sentence: actor.isDemo
            ? `Would have reminded ${count(people.length, 'person', 'people')} by mail; a demo practice sends none`
            : `Reminded ${who} by mail${before > 0 ? `; ${before} had been reminded today already` : ''}`,
          record: recordOf(campaign),
        },
      ],
    }
  },
})

function mailTo(
  { assignmentId, dueOn, personId, name, email, language }: ToRemind,
  about: {
    actor: { practiceId: string; practiceName: string }
    today: Day
    campaignId: string
    content: ReturnType<typeof contentOf>
  },
) {
  const { actor, today, campaignId, content } = about
  const base = env().appUrl
  return {
    practiceId: actor.practiceId,
    key: `training:${campaignId}:${personId}:${today}`,
    ...{ to: email, toName: name, personId },
    ...reminderMail(language, {
      practice: actor.practiceName,
      person: name,
      course: textIn(content, language).text.title,
      minutes: content.minutes,
      dueOn: day(dueOn),
      isLate: dueStatus(dueOn, today) === 'overdue',
      address: base ? `${base}/training/take/${assignmentId}` : null,
    }),
  }
}
