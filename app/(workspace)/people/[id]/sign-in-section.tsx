import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { RelativeDay } from '#components/ui/relative-day'
import { Card, Section } from '#components/ui/section'
import { type Day, dayIn, formatInstant } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { PersonDetail } from '#lib/people/detail-queries'
import { signInStates } from '#lib/people/options'
import { mayHelp } from './may-help.ts'

/** The step that lets a person in, for those who may take it; null when there is none. */
export function signInStep(
  actor: Actor,
  person: PersonDetail,
  href: string,
): { label: string; href: string } | null {
  if (!mayHelp(actor, person) || !person.email || person.signIn !== 'never') return null
  return { label: 'Invite them', href }
}

/** How a person signs in and when they were last here. */
export function SignInSection({
  actor,
  person,
  href,
  today,
}: {
  actor: Actor
  person: PersonDetail
  href: string
  today: Day
}) {
  const state = signInStates.find(({ value }) => value === person.signIn)
  const hasAccount = person.signIn === 'active' || person.signIn === 'locked'
  const isSelf = person.id === actor.personId
  return (
    <Section
      title="Sign-in"
      actions={
        isSelf ? (
          <ButtonLink href="/account" size="small">
            Your account
          </ButtonLink>
        ) : mayHelp(actor, person) ? (
          <ButtonLink href={href} size="small" icon="key">
            {hasAccount ? 'Help with sign-in' : 'Invite'}
          </ButtonLink>
        ) : null
      }
    >
      <Card>
        <DescriptionList
          missing="Never"
          facts={[
            {
              label: 'Sign-in',
              value: (
                <>
                  <StatusBadge tone={state?.tone ?? 'neutral'}>{state?.label}</StatusBadge>
                  {person.signIn === 'locked' && person.lockedUntil
                    ? ` until ${formatInstant(person.lockedUntil, actor.timeZone)}, after wrong passwords`
                    : null}
                </>
              ),
            },
            ...(hasAccount
              ? [
                  {
                    label: 'Last seen',
                    value: person.lastSeenAt ? (
                      <RelativeDay day={dayIn(actor.timeZone, person.lastSeenAt)} today={today} past />
                    ) : null,
                  },
                  { label: 'Second factor', value: person.hasSecondFactor ? 'Set up' : 'Not set up' },
                  {
                    label: 'Signed in now',
                    value:
                      person.openSessions === 1
                        ? 'On 1 device'
                        : person.openSessions > 1
                          ? `On ${person.openSessions} devices`
                          : 'No',
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </Section>
  )
}
