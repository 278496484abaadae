import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import { formatDay } from '#lib/base/days'
import { typesInWords } from '#lib/evidence/file-types'
import { requestOrigin } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { env } from '#lib/platform/env'
import { type GuestView, goneRefusal, openByLink } from '#lib/questionnaires/guest'
import { admit, tooMany } from '#lib/questionnaires/guest-limits'
import type { TokenPage } from './admit-guest.ts'
import { GuestForm } from './guest-form.tsx'
import { GuestReceipt } from './guest-receipt.tsx'
import './guest.css'

export const metadata: Metadata = { title: 'Questions', robots: { index: false, follow: false } }

export default async function QuestionnairePage({ params }: TokenPage) {
  const { token } = await params
  const from = await requestOrigin()
  const { ok, wasKnown } = await admit(token, from.address, now())
  if (!ok) return <Closed title="Please wait" says={tooMany} />
  const view = await openByLink(token, from, now())
  if (!view) return <Closed title="This link does not work" says={goneRefusal.message} />
  await wasKnown()
  if (view.submitted) return <GuestReceipt view={view} submitted={view.submitted} />
  return (
    <PublicShell
      wide
      title={`Questions from ${view.practiceName}`}
      lede={`For ${view.vendorName}: ${view.about}. Please answer by ${formatDay(view.answerBy)}.`}
      footer="What you answer can be read by this practice and by whoever has this address."
    >
      <div className="mt-4 grid gap-4">
        <p>
          {view.senderName} of {view.practiceName} asks you, {view.contactName}. What you answer is saved as
          you go: you can stop at any time and come back with the same address, here or on another device.
          Where a question does not fit, say so in its note. Please do not write anything about patients.
        </p>
        {view.note ? (
          <Callout title={`${view.senderName} writes`}>
            <p className="guest-lines">{view.note}</p>
          </Callout>
        ) : null}
        {isAgain(view) ? (
          <Callout title="You have answered most of this before">
            <p>Look at each answer of last time. Say that it is still right, or answer anew.</p>
          </Callout>
        ) : null}
      </div>
      <GuestForm
        token={token}
        items={view.items}
        types={typesInWords}
        megabytes={Math.floor(env().maxFileBytes / 1024 / 1024)}
      />
    </PublicShell>
  )
}

const isAgain = ({ items }: GuestView) => items.some(({ before }) => before !== null)

function Closed({ title, says }: { title: string; says: string }) {
  return (
    <PublicShell title={title}>
      <p className="mt-2">{says}</p>
    </PublicShell>
  )
}
