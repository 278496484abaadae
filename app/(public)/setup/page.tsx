import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import { practiceExists } from '#lib/flows/first-run'
import { firstValues, type PageParameters } from '../sign-in/steps.ts'
import { lookAround } from './actions.ts'
import { mayOpenSetup } from './permit.ts'
import { SetupForm } from './setup-form.tsx'

export const metadata: Metadata = { title: 'Set up Plumbline' }

export default async function SetupPage({ searchParams }: { searchParams: PageParameters }) {
  if (await practiceExists()) notFound()
  const code = (await firstValues(searchParams))['code'] ?? ''
  if (!mayOpenSetup(await headers(), code)) return <CodeNeeded wrong={code !== ''} />
  return (
    <PublicShell
      wide
      title="Set up your practice"
      lede="Three questions about the practice, then your own account. It takes about three minutes, and all of it can be changed later."
    >
      <form
        action={lookAround}
        className="mt-4 mb-8 flex flex-wrap items-center justify-between gap-3 rounded-md bg-sunken p-4"
      >
        <input type="hidden" name="code" value={code} />
        <p>
          Only want to see it? An invented practice with three sites, forty people and their AI systems is
          here to look around in. You can remove it again in the settings.
        </p>
        <SubmitButton variant="secondary" pendingLabel="Making the demo practice…">
          Look around with a demo practice
        </SubmitButton>
      </form>
      <SetupForm code={code} />
    </PublicShell>
  )
}

function CodeNeeded({ wrong }: { wrong: boolean }) {
  return (
    <PublicShell
      title="Set up Plumbline"
      lede="Nobody has set this installation up yet. So that only whoever installed it can, it asks for the code that was printed when it started."
    >
      <form method="get" action="/setup" className="form">
        {wrong ? (
          <Callout tone="danger" title="This is not the code." live>
            <p>It stands at the end of the address that “npm start” printed, after “code=”.</p>
          </Callout>
        ) : null}
        <TextField name="code" label="Setup code" spellCheck={false} required />
        <button type="submit" className="btn btn-primary btn-wide">
          Continue
        </button>
      </form>
    </PublicShell>
  )
}
