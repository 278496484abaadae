import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader, Section } from '#components/ui/section'
import { dayIn, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { ownFeed } from '#lib/calendar/feed-queries'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { type FactorState, factorState } from '#lib/people/factor-setup'
import { openSessions } from '#lib/people/sessions'
import { now } from '#lib/platform/clock'
import { ownForecast } from '#lib/reminders/queries'
import { CalendarSection } from './calendar-section.tsx'
import { OwnReminders } from './own-reminders.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requireActor('account.keep')
  const at = now()
  const [factor, sessions, feed, reminders] = await Promise.all([
    factorState(actor, at),
    openSessions(actor, at),
    ownFeed(actor),
    ownForecast(actor),
  ])
  const email = factor?.email ?? actor.email
  return (
    <>
      <PageHeader title="Your account" lede={`${actor.name}, signing in as ${email}`} />
      <div className="grid gap-10">
        {factor ? <SecondStep factor={factor} timeZone={actor.timeZone} /> : null}
        <OwnReminders {...reminders} />
        {can(actor, 'training.take-own') ? (
          <Section title="Training" lede="What you have to read and sign, and everything you ever signed.">
            <ButtonLink href="/training/mine">My training</ButtonLink>
          </Section>
        ) : null}
        <Section title="Signed in now" lede="Browsers that are signed in as you. End what you do not know.">
          <SessionList sessions={sessions} timeZone={actor.timeZone} />
        </Section>
        <CalendarSection actor={actor} feed={feed} />
        <Section title="Password" lede="Changing it signs out all your other browsers.">
          <PasswordForm email={email} />
        </Section>
      </div>
    </>
  )
}

function SecondStep({ factor, timeZone }: { factor: FactorState; timeZone: string }) {
  const { since, recoveryCodesLeft: left, demanded } = factor
  return (
    <Section title="Second step of signing in" lede="A code from your phone, asked for after the password.">
      <div className="grid max-w-2xl gap-4">
        {since ? (
          <p>
            Set up on {formatDay(dayIn(timeZone, since))}. {count(left, 'recovery code')} left
            {demanded ? '; your role needs this step.' : '.'}
          </p>
        ) : (
          <p>Not set up. With it, somebody who learns your password still cannot get in.</p>
        )}
        {since && left < 3 ? (
          <Callout
            tone="attention"
            title={left === 0 ? 'No recovery codes are left.' : 'Few recovery codes are left.'}
          >
            <p>Make new ones before you need them.</p>
          </Callout>
        ) : null}
        <div className="actions">
          <ButtonLink href="/account/second-factor">
            {since ? 'Use another phone or app' : 'Set it up'}
          </ButtonLink>
          {since ? <ButtonLink href="/account/recovery-codes">New recovery codes</ButtonLink> : null}
        </div>
      </div>
    </Section>
  )
}
