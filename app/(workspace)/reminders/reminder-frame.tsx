import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { listInWords } from '#lib/base/text'
import { type Actor, can, sitesWith } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { PracticeRules } from '#lib/reminders/rules'
import { hourInWords, weekdays } from '#lib/reminders/schema'

/** The actor, when they oversee the whole practice: reminders tell what everybody has to do. */
export async function requireReader(): Promise<Actor> {
  const actor = await requireActor('reminder.read')
  if (sitesWith(actor, 'reminder.read') !== 'all') notFound()
  return actor
}

/** When reminders go out, in a sentence. */
function rulesInWords({ hour, quietWeekdays, timeZone }: PracticeRules): string {
  const days = weekdays
    .filter(({ value }) => !quietWeekdays.includes(Number(value)))
    .map(({ label }) => label)
  const when = days.length === 7 ? 'every day' : `on ${listInWords(days)}`
  return `One mail a day for each person, from ${hourInWords(hour)} ${when} (${timeZone}).`
}

/** The head of both pages about reminders, and what keeps them from going out. */
export function ReminderFrame({
  actor,
  current,
  rules,
  isMailSetUp,
  children,
}: {
  actor: Actor
  current: '/reminders' | '/reminders/sent'
  rules: PracticeRules
  isMailSetUp: boolean
  children: ReactNode
}) {
  const maySet = can(actor, 'practice.settings')
  const settings = maySet ? <ButtonLink href="/settings/reminders">Reminder settings</ButtonLink> : null
  return (
    <>
      <PageHeader title="Reminders" lede={rulesInWords(rules)} actions={settings} />
      <Tabs
        label="Reminders"
        current={current}
        tabs={[
          { href: '/reminders', label: 'Next 14 days' },
          { href: '/reminders/sent', label: 'What was sent' },
        ]}
      />
      <div className="grid gap-6">
        {isMailSetUp ? null : (
          <Callout tone="attention" title="Mail is not set up, so nobody is told by mail.">
            <p>
              Everything else works: what is due stands under “My work”. Whoever runs Plumbline sets up mail
              with SMTP_URL and MAIL_FROM.
            </p>
          </Callout>
        )}
        {rules.isDemo ? (
          <Callout title="This is the demo practice: its people are invented, and nothing is mailed to them." />
        ) : null}
        {children}
      </div>
    </>
  )
}
