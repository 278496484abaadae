import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader, Section } from '#components/ui/section'
import { formatInstant } from '#lib/base/days'
import { requireActor } from '#lib/kernel/require-actor'
import { openLink } from '#lib/people/links'
import { now } from '#lib/platform/clock'
import { mayHelp } from '../may-help.ts'
import { type PersonPageProps, personOfPage } from '../person-page.tsx'
import { invite, makeResetLink, takeSecondFactor, withdrawLink } from './actions.ts'
import { LinkForm } from './link-form.tsx'
import { OneButtonForm } from './one-button-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

export const metadata: Metadata = { title: 'Sign-in' }

export default async function SignInHelpPage(props: PersonPageProps) {
  const actor = await requireActor('person.access')
  const { person, href, crumbs } = await personOfPage(props)
  if (!mayHelp(actor, person)) notFound()
  const hasAccount = person.signIn === 'active' || person.signIn === 'locked'
  const link = await openLink(actor, person.id, now())
  return (
    <>
      <PageHeader
        title={hasAccount ? `Help ${person.name} to sign in` : `Invite ${person.name}`}
        lede={
          hasAccount
            ? 'Make sure you know who is asking before you hand over a link: it is as good as a key.'
            : 'With the link they choose a password. Hand it over yourself, in person or by a channel you trust.'
        }
        crumbs={crumbs}
      />
      <div className="grid gap-8">
        {link ? (
          <Callout
            tone="neutral"
            title={`A link made earlier works until ${formatInstant(link.expiresAt, actor.timeZone)}.`}
            actions={
              <OneButtonForm
                action={withdrawLink}
                hidden={{ linkId: link.id }}
                label="Withdraw it"
                pending="Withdrawing…"
              />
            }
          >
            <p>It cannot be shown again. Making a new one puts an end to it.</p>
          </Callout>
        ) : null}
        {person.email === '' ? (
          <Callout
            tone="attention"
            title="They have no e-mail address yet"
            actions={<ButtonLink href={`/people/${person.id}/edit`}>Add it</ButtonLink>}
          >
            <p>It is what they sign in with.</p>
          </Callout>
        ) : hasAccount ? (
          <>
            <Section
              title="A new password"
              lede="The link works once, for 24 hours. Choosing a new password signs them out everywhere and ends a lock."
            >
              <LinkForm action={makeResetLink} personId={person.id} label="Make a link" />
            </Section>
            {person.hasSecondFactor ? (
              <Section
                title="The second factor"
                lede="For somebody who lost their phone and their recovery codes. They are signed out and set up a new one when they next sign in, if their role needs it."
              >
                <SecondFactorForm action={takeSecondFactor} personId={person.id} />
              </Section>
            ) : null}
          </>
        ) : (
          <Section title="An invitation" lede={`For ${person.email}. The link works once, for seven days.`}>
            {person.roles.length === 0 ? (
              <Callout
                tone="attention"
                title="They have no role yet"
                actions={<ButtonLink href={`/people/${person.id}/roles`}>Give a role</ButtonLink>}
              >
                <p>They could sign in, but would see nothing.</p>
              </Callout>
            ) : null}
            <LinkForm action={invite} personId={person.id} label="Make an invitation link" />
          </Section>
        )}
        <p>
          <ButtonLink href={href}>Back to {person.name}</ButtonLink>
        </p>
      </div>
    </>
  )
}
