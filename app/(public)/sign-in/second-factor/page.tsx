import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FocusField } from '#components/form/focus-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import { currentSession } from '#lib/kernel/require-actor'
import { safePath } from '#lib/platform/safe-path'
import { giveCode, startOver } from '../actions.ts'
import { firstValues, type PageParameters, pagePath, stagePath } from '../steps.ts'

export const metadata: Metadata = { title: 'Second step of signing in' }

const errors: Record<string, { title: string; more: string }> = {
  wrong: {
    title: 'This code is not right, or it was used already.',
    more: 'Codes of the app change every 30 seconds and work once: wait for the next one. The phone’s clock must be right.',
  },
  wait: { title: 'That was wrong too often.', more: 'Wait a quarter of an hour, then try again.' },
}

export default async function SecondFactorPage({ searchParams }: { searchParams: PageParameters }) {
  const { error, by, next: wanted } = await firstValues(searchParams)
  const next = safePath(wanted)
  const session = await currentSession()
  if (!session) redirect(pagePath('/sign-in', { error: 'late', next }))
  if (session.stage !== 'second-factor') redirect(stagePath(session.stage, next))
  const failure = Object.hasOwn(errors, error ?? '') ? errors[error ?? ''] : undefined
  const byRecovery = by === 'recovery'
  return (
    <PublicShell
      title={byRecovery ? 'Type a recovery code' : 'Type the code from your app'}
      lede={
        byRecovery
          ? 'One of the ten codes that you printed or wrote down. Each works once.'
          : 'Open the app on your phone that holds your codes, such as Google Authenticator or Microsoft Authenticator.'
      }
      footer="Phone and recovery codes lost? A compliance officer of your practice can take the second step away, so that you can set it up anew."
    >
      <form action={giveCode} className="form">
        {failure ? (
          <Callout tone="danger" title={failure.title} live>
            <p>{failure.more}</p>
          </Callout>
        ) : null}
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="by" value={byRecovery ? 'recovery' : ''} />
        <TextField
          key={by ?? ''}
          name="code"
          label={byRecovery ? 'Recovery code' : 'Six digits'}
          width="short"
          inputMode={byRecovery ? 'text' : 'numeric'}
          autoComplete={byRecovery ? 'off' : 'one-time-code'}
          spellCheck={false}
          required
        />
        <FocusField id="code" answer={randomUUID()} />
        <SubmitButton wide pendingLabel="Checking…">
          Sign in
        </SubmitButton>
      </form>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-2">
        <a href={pagePath('/sign-in/second-factor', { by: byRecovery ? '' : 'recovery', next })}>
          {byRecovery ? 'Use the app instead' : 'Use a recovery code instead'}
        </a>
        <form action={startOver}>
          <button type="submit" className="btn btn-quiet">
            Start over
          </button>
        </form>
      </div>
    </PublicShell>
  )
}
