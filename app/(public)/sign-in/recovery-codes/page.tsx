import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SubmitButton } from '#components/form/submit-button'
import { PublicShell } from '#components/shell/public-shell'
import { currentActor } from '#lib/kernel/require-actor'
import { safePath } from '#lib/platform/safe-path'
import { codesKept } from '../actions.ts'
import { carriedCodes } from '../carried.ts'
import { firstValues, type PageParameters, pagePath } from '../steps.ts'
import { CodeButtons } from './code-buttons.tsx'

export const metadata: Metadata = { title: 'Your recovery codes' }

export default async function RecoveryCodesPage({ searchParams }: { searchParams: PageParameters }) {
  const { next: wanted } = await firstValues(searchParams)
  const next = safePath(wanted)
  const actor = await currentActor()
  if (!actor) redirect(pagePath('/sign-in', { next }))
  const codes = await carriedCodes(actor.personId)
  if (codes.length === 0) redirect(next)
  return (
    <PublicShell
      title="Keep these recovery codes"
      lede="If your phone is lost or broken, one of them lets you in instead of the app. Each works once. They are shown only now: print them, or put them where you keep passwords."
    >
      <div className="mt-4 grid gap-6">
        <div>
          <p className="mb-2">
            Recovery codes of {actor.email} for Plumbline, {actor.practiceName}
          </p>
          <ul
            className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md bg-sunken p-4 font-mono sm:grid-cols-2"
            id="recovery-codes"
          >
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
        <CodeButtons codes={codes} />
        <form action={codesKept}>
          <input type="hidden" name="next" value={next} />
          <SubmitButton wide pendingLabel="Continuing…">
            I have kept them
          </SubmitButton>
        </form>
      </div>
    </PublicShell>
  )
}
