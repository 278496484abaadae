import { randomUUID } from 'node:crypto'
import { dateOf, dayOf, formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { defineCommand, staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { invalid, notFound } from '#lib/kernel/errors'
import { deliver, isMailSetUp } from '#lib/platform/mail'
import { takeAttempt } from '#lib/platform/rate-limit'
import {
  hourInWords,
  quietDayInput,
  removeQuietDayInput,
  settingsInput,
  settingsKind,
  testMailInput,
  weekdays,
} from './schema.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** An event about the practice's settings. They are everybody's: to change them, a role must hold everywhere. */
function about({ actor }: CommandContext, sentence: string): EventDraft {
  return { sentence, record: { kind: settingsKind, id: actor.practiceId, label: actor.practiceName } }
}

const daysInWords = (days: readonly number[]) =>
  listInWords(weekdays.filter(({ value }) => days.includes(Number(value))).map(({ label }) => label)) ||
  'no day'

/** From which hour on, and on which weekdays, reminders go out. */
export const changeSettings = defineCommand({
  name: 'reminder.settings',
  permission: 'practice.settings',
  input: settingsInput,
  run: async (context, { version, hour, quietWeekdays }) => {
    const { tx, actor } = context
    requireAt(actor, 'practice.settings', [])
    await tx.$executeRaw`SELECT 1 FROM "Practice" WHERE "id" = ${actor.practiceId}::uuid FOR NO KEY UPDATE`
    const before = await tx.practice.findUniqueOrThrow({ where: { id: actor.practiceId } })
    if (before.version !== version) throw await staleVersion(tx, settingsKind, actor.practiceId)
    await tx.practice.update({
      where: { id: actor.practiceId },
      data: { reminderHour: hour, quietWeekdays, version: { increment: 1 } },
    })
    const changes = [
      ...(hour === before.reminderHour
        ? []
        : [`from ${hourInWords(before.reminderHour)} to ${hourInWords(hour)}`]),
      ...(quietWeekdays.join() === before.quietWeekdays.toSorted((a, b) => a - b).join()
        ? []
        : [`quiet on ${daysInWords(quietWeekdays)} instead of ${daysInWords(before.quietWeekdays)}`]),
    ]
    const said =
      changes.length > 0
        ? `Changed when reminders go out: ${changes.join('; ')}`
        : 'Saved when reminders go out, without changes'
    return { value: null, events: [about(context, said)] }
  },
})

export const addQuietDay = defineCommand({
  name: 'reminder.add-quiet-day',
  permission: 'practice.settings',
  input: quietDayInput,
  run: async (context, { day, name }) => {
    const { tx, actor, today } = context
    requireAt(actor, 'practice.settings', [])
    if (day < today) throw wrong('day', 'This day is past.')
    if ((await tx.quietDay.count({ where: { day: dateOf(day) } })) > 0)
      throw wrong('day', 'This day is quiet already.')
    await tx.quietDay.create({
      data: { id: randomUUID(), practiceId: actor.practiceId, day: dateOf(day), name },
    })
    return { value: null, events: [about(context, `No reminders on ${formatDay(day)}: ${name}`)] }
  },
})

export const removeQuietDay = defineCommand({
  name: 'reminder.remove-quiet-day',
  permission: 'practice.settings',
  input: removeQuietDayInput,
  run: async (context, { id }) => {
    requireAt(context.actor, 'practice.settings', [])
    const quiet = await context.tx.quietDay.findUnique({ where: { id } })
    if (!quiet) throw notFound()
    await context.tx.quietDay.delete({ where: { id } })
    const day = formatDay(dayOf(quiet.day))
    return { value: null, events: [about(context, `Reminders go out on ${day} again (${quiet.name})`)] }
  },
})

const testRule = { name: 'test mail', limit: 5, windowSeconds: 600 }

/** Sends a mail to whoever asks and says what the mail server answered. */
export const sendTestMail = defineCommand({
  name: 'reminder.test-mail',
  permission: 'practice.settings',
  input: testMailInput,
  run: async (context) => {
    const { actor, now } = context
    requireAt(actor, 'practice.settings', [])
    if (!isMailSetUp())
      throw invalid('Mail is not set up: whoever runs Plumbline sets SMTP_URL and MAIL_FROM.')
    if (!actor.email) throw invalid('You have no e-mail address here. Add one to your entry under People.')
    if (!(await takeAttempt(testRule, actor.personId, now)))
      throw invalid('That was the fifth within ten minutes. Wait a little.')
    const { outcome, answer } = await deliver(
      {
        id: randomUUID(),
        to: actor.email,
        toName: actor.name,
        subject: `Test mail of ${actor.practiceName}`,
        text: `Hello ${actor.name},\n\nthis mail shows that Plumbline can send reminders for ${actor.practiceName}. There is nothing to do.`,
      },
      () => Promise.resolve(true),
    )
    const said =
      outcome === 'accepted'
        ? `The mail server took it for ${actor.email}`
        : outcome === 'unknown'
          ? 'The mail server said nothing after it had the mail'
          : 'The mail server did not take it'
    return {
      value: { outcome, said: `${said}: ${answer}` },
      events: [about(context, `Sent a test mail. ${said}`)],
    }
  },
  timeoutMs: 150_000,
})
