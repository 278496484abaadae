import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FactorSteps } from '#components/form/factor-steps'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { offerFactor } from '#lib/people/factor-setup'
import { now } from '#lib/platform/clock'
import { FactorForm } from './factor-form.tsx'

export const metadata: Metadata = { title: 'New second step' }

export default async function SecondFactorPage() {
  const actor = await requireActor('account.keep')
  const { practiceId, personId, sessionId } = actor
  const offered = sessionId ? await offerFactor({ practiceId, personId, sessionId }, now()) : null
  if (!offered) notFound()
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ label: 'Your account', href: '/account' }]} />}
        title="Set up the second step of signing in"
        lede="What you have now keeps working until you finish here. Finishing signs out all your other browsers and gives you new recovery codes."
      />
      <div className="max-w-xl">
        <FactorForm steps={<FactorSteps {...offered} />} />
      </div>
    </>
  )
}
