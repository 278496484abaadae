import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { factorState } from '#lib/people/factor-setup'
import { now } from '#lib/platform/clock'
import { CodesForm } from './codes-form.tsx'

export const metadata: Metadata = { title: 'New recovery codes' }

export default async function NewRecoveryCodesPage() {
  const actor = await requireActor('account.keep')
  const factor = await factorState(actor, now())
  if (!factor?.since) notFound()
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ label: 'Your account', href: '/account' }]} />}
        title="New recovery codes"
        lede="You get ten new codes, shown once. Those you have now stop working."
      />
      <CodesForm />
    </>
  )
}
