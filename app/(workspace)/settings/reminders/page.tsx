import type { Metadata } from 'next'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { requireActor } from '#lib/kernel/require-actor'
import { hours, weekdays } from '#lib/reminders/schema'
import { reminderSettings } from '#lib/reminders/sent-queries'
import { SettingsHeader } from '../settings-header.tsx'
import { QuietDayForm, RemindersForm, RemoveQuietDay, TestMailForm } from './reminder-forms.tsx'

export const metadata: Metadata = { title: 'Reminders and mail' }

export default async function ReminderSettingsPage() {
  const actor = await requireActor('practice.settings')
  const { rules, quietDays, isMailSetUp } = await reminderSettings(actor)
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/reminders"
        lede="Each person gets at most one mail a day, with everything that they are to be told of that day."
      />
      <div className="grid gap-10">
        <Section title="When reminders go out">
          <RemindersForm
            key={rules.version}
            version={rules.version}
            values={{ hour: [String(rules.hour)], 'quietWeekdays[]': rules.quietWeekdays.map(String) }}
            hours={hours}
            weekdays={weekdays}
          />
        </Section>
        <Section title="Single quiet days" lede="Holidays, and days on which the practice is closed.">
          {quietDays.length > 0 ? (
            <ul className="mb-6 grid max-w-2xl gap-2">
              {quietDays.map(({ id, day, name }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-2">
                  <span>
                    {formatDay(day)}: {name}
                  </span>
                  <RemoveQuietDay id={id} label={name} />
                </li>
              ))}
            </ul>
          ) : null}
          <QuietDayForm />
        </Section>
        <Section title="Mail">
          {isMailSetUp ? (
            <>
              <p className="mb-4">
                A mail server is set up. Find out what it says by sending yourself a mail.
              </p>
              <TestMailForm />
            </>
          ) : (
            <Callout tone="attention" title="Mail is not set up.">
              <p>
                Nobody is told by mail, and everything else works. Whoever runs Plumbline sets SMTP_URL and
                MAIL_FROM and starts it again; the file .env.example says how.
              </p>
            </Callout>
          )}
        </Section>
      </div>
    </>
  )
}
