import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FactorSteps } from '#components/form/factor-steps'
import { FocusField } from '#components/form/focus-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import { currentSession } from '#lib/kernel/require-actor'
import { offerFactor } from '#lib/people/factor-setup'
import { now } from '#lib/platform/clock'
import { safePath } from '#lib/platform/safe-path'
import { enrol, startOver } from '../actions.ts'
import { firstValues, type PageParameters, pagePath, stagePath } from '../steps.ts'

export const metadata: Metadata = { title: 'Set up your second step' }

export default async function EnrolPage({ searchParams }: { searchParams: PageParameters }) {
  const { error, next: wanted } = await firstValues(searchParams)
  const next = safePath(wanted)
  const session = await currentSession()
  if (!session) redirect(pagePath('/sign-in', { error: 'late', next }))
  if (session.stage !== 'enrol') redirect(stagePath(session.stage, next))
  const offered = await offerFactor(session, now())
  if (!offered) redirect(pagePath('/sign-in', { error: 'late', next }))
  return (
    <PublicShell
      title="Set up your second step"
      lede="Your role needs more than a password. From now on you also type a code that only your phone shows, so that a stolen password alone opens nothing."
    >
      <form action={enrol} className="form">
        {error === 'wrong' ? (
          <Callout tone="danger" title="This code is not right." live>
            <p>
              Codes change every 30 seconds: type the one the app shows now. The phone’s clock must be right.
            </p>
          </Callout>
        ) : null}
        <input type="hidden" name="next" value={next} />
        <FactorSteps {...offered} />
        <TextField
          name="code"
          label="Six digits"
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        {error === 'wrong' ? <FocusField id="code" answer={randomUUID()} /> : null}
        <SubmitButton wide pendingLabel="Checking…">
          Continue
        </SubmitButton>
      </form>
      <form action={startOver} className="mt-2 text-end">
        <button type="submit" className="btn btn-quiet">
          Start over
        </button>
      </form>
    </PublicShell>
  )
}
