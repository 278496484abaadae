import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FocusField } from '#components/form/focus-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import { practiceExists } from '#lib/flows/first-run'
import { currentSession } from '#lib/kernel/require-actor'
import { safePath } from '#lib/platform/safe-path'
import { givePassword } from './actions.ts'
import { carriedEmail } from './carried.ts'
import { firstValues, type PageParameters } from './steps.ts'

export const metadata: Metadata = { title: 'Sign in' }

const errors: Record<string, { title: string; more: string }> = {
  wrong: {
    title: 'The e-mail or the password is not right.',
    more: 'After several wrong tries in a row, sign-in pauses for up to 15 minutes; until then the right password is refused too.',
  },
  wait: {
    title: 'That was wrong too often.',
    more: 'Wait a quarter of an hour, then try again.',
  },
  late: { title: 'That took too long, or was done already.', more: 'Please start again with your password.' },
}

const notices: Record<string, string> = {
  idle: 'You were signed out because nobody used the page for a while. What you typed into a form is kept: sign in again and it is back.',
  ended: 'Your time signed in was over. What you typed into a form is kept: sign in again and it is back.',
  out: 'You are signed out.',
  gone: 'You were signed out, because time was up or from another browser. If you have just sent something, it was not saved: sign in and look.',
}

const goOn = 'Sign in, and you come to the page you asked for.'

export default async function SignInPage({ searchParams }: { searchParams: PageParameters }) {
  const { error, why, next: wanted } = await firstValues(searchParams)
  const next = safePath(wanted)
  if (!(await practiceExists())) redirect('/setup')
  if ((await currentSession())?.stage === 'full') redirect(next)
  const failure = Object.hasOwn(errors, error ?? '') ? errors[error ?? ''] : undefined
  const notice = Object.hasOwn(notices, why ?? '') ? notices[why ?? ''] : next === '/' ? undefined : goOn
  const email = failure ? await carriedEmail() : ''
  return (
    <PublicShell
      title="Sign in"
      footer="Forgotten your password? A compliance officer or IT of your practice can make you a link to choose a new one."
    >
      <form action={givePassword} className="form">
        {failure ? (
          <Callout tone="danger" title={failure.title} live>
            <p>{failure.more}</p>
          </Callout>
        ) : notice ? (
          <Callout live>
            <p>{notice}</p>
          </Callout>
        ) : null}
        <input type="hidden" name="next" value={next} />
        <TextField
          key={email}
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <FocusField id={email ? 'password' : 'email'} answer={randomUUID()} />
        <SubmitButton wide pendingLabel="Signing in…">
          Sign in
        </SubmitButton>
      </form>
    </PublicShell>
  )
}
