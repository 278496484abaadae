import { dayIn, dayOf } from '#lib/base/days'
import { now } from '#lib/platform/clock'
import { outside, read } from '#lib/platform/db'
import { env } from '#lib/platform/env'
import { isMailSetUp } from '#lib/platform/mail'
import { queueMails } from '#lib/platform/outgoing-mail'
import { hashToken } from '#lib/platform/session'
import { byItself } from '#lib/questionnaires/guest-door'
import { tokenOf } from '#lib/questionnaires/links'
import { reminder } from '#lib/questionnaires/mails'
import { reminderOn } from '#lib/questionnaires/reminder-steps'
import { recordOf } from '#lib/questionnaires/store'

/** Mails leave in the practice's working hours. */
const FROM_HOUR = 8
const TO_HOUR = 18
/** Reminded in one run; the rest an hour later. */
const MOST = 500

function hourIn(timeZone: string, at: Date): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at))
}

/** Reminds vendors of questionnaires that they have not answered. The worker runs it; returns how many mails it put in. */
export async function remindVendors(): Promise<number> {
  if (!isMailSetUp()) return 0
  const at = now()
  let sent = 0
  for (const practice of await outside<{ id: string; timeZone: string }>('SELECT * FROM all_practices()')) {
    const hour = hourIn(practice.timeZone, at)
    if (hour >= FROM_HOUR && hour < TO_HOUR) sent += await remindFor(practice, at)
  }
  return sent
}

async function remindFor({ id: practiceId, timeZone }: { id: string; timeZone: string }, at: Date) {
  const today = dayIn(timeZone, at)
  const works = { revokedAt: null, expiresAt: { gt: at } }
  const { practice, open } = await read({ practiceId }, async (tx) => ({
    practice: await tx.practice.findFirstOrThrow({ select: { name: true, isDemo: true } }),
    open: await tx.questionnaire.findMany({
      where: {
        submittedAt: null,
        archivedAt: null,
        contactEmail: { not: '' },
        links: { some: works },
        vendor: { archivedAt: null },
      },
      select: {
        id: true,
        ref: true,
        contactName: true,
        contactEmail: true,
        sentOn: true,
        answerBy: true,
        vendor: { select: { name: true } },
        sender: { select: { name: true } },
        templateVersion: { select: { name: true } },
        links: { where: works, orderBy: { createdAt: 'desc' }, take: 1 },
      },
      orderBy: { answerBy: 'asc' },
      take: MOST,
    }),
  }))
  const mails = open.flatMap(({ sentOn, answerBy, links: [link], ...one }) => {
    const wantedBy = dayOf(answerBy)
    const step = reminderOn(today, { sentOn: dayOf(sentOn), wantedBy })
    if (!step || !link) return []
    const facts = {
      practice: practice.name,
      sender: one.sender.name,
      contact: one.contactName,
      vendor: one.vendor.name,
      about: one.templateVersion.name,
      answerBy: wantedBy,
      address: addressOf(link),
      note: '',
    }
    const key = `questionnaire:${one.id}:${step.step}`
    const to = { to: one.contactEmail, toName: one.contactName }
    return [{ one, mail: { practiceId, key, ...to, ...reminder(facts, step.days) } }]
  })
  if (mails.length === 0 || practice.isDemo) return 0
  return byItself(practiceId, at, 'questionnaire.reminded', async (tx) => {
    const queued = await queueMails(
      tx,
      practiceId,
      mails.map(({ mail }) => mail),
    )
    const events = mails
      .filter(({ mail }) => queued.has(mail.key))
      .map(({ one }) => ({ sentence: `Reminded ${one.contactName} by mail`, record: recordOf(one) }))
    return { value: events.length, events }
  })
}

/** The link's address, as it was given out; null when it can no longer be worked out. */
function addressOf({ id, tokenHash, origin }: { id: string; tokenHash: string; origin: string }) {
  const token = tokenOf(id)
  const base = env().appUrl ?? origin
  return base !== '' && hashToken(token) === tokenHash ? `${base}/questionnaire/${token}` : null
}
