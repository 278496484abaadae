import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Select } from '#components/form/select'
import { TextField } from '#components/form/text-field'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Button, ButtonLink } from '#components/ui/button'
import { Card, PageHeader } from '#components/ui/section'
import { may } from '#lib/agreements/policy'
import { type AgreementDetail, getAgreement } from '#lib/agreements/queries'
import { findVendor } from '#lib/flows/agreement-scope'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { readDraft } from '#lib/people/drafts'
import { vendorChoices } from '#lib/vendors/chain-queries'
import { citationOf } from '../../rule-citation.ts'
import { createAgreementAction } from '../actions.ts'
import { AgreementForm } from '../agreement-form.tsx'
import { formSetup, newValues, nextValues } from '../form-setup.ts'

export const metadata: Metadata = { title: 'Add agreement' }

const first = (value: SearchParams[string]) => (typeof value === 'string' ? value : '')

export default async function NewAgreementPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('agreement.edit')
  if (!may(actor, 'edit')) notFound()
  const { vendor: words, after } = await searchParams
  const before = after ? await getAgreement(actor, first(after)) : null
  const vendor = await findVendor(actor, before?.vendorId ?? first(words))
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/agreements', label: 'Agreements' }]} />}
        title={
          before && vendor
            ? `Renew ${before.title} with ${vendor.name}`
            : vendor
              ? `Add agreement with ${vendor.name}`
              : 'Add agreement'
        }
        lede={
          before
            ? `It follows ${before.ref} and takes its place from the day it is in force.`
            : vendor
              ? 'Only its kind has to be there to save. How it stands follows from the days.'
              : 'With whom?'
        }
      />
      {vendor ? (
        <NewForm actor={actor} vendor={vendor} before={before} />
      ) : (
        <WhichVendor actor={actor} words={first(words)} />
      )}
    </>
  )
}

async function NewForm({
  actor,
  vendor,
  before,
}: {
  actor: Actor
  vendor: { id: string; name: string }
  before: AgreementDetail | null
}) {
  const draftKey = `agreement/new/${before?.id ?? vendor.id}`
  const draft = await readDraft(actor, draftKey)
  return (
    <AgreementForm
      {...(await formSetup(actor, { vendorId: vendor.id, agreement: before, draft }))}
      action={createAgreementAction}
      values={before ? nextValues(before) : newValues}
      hidden={{ vendorId: vendor.id, predecessorId: before?.id ?? '' }}
      vendorName={vendor.name}
      rules={{ associate: citationOf('business-associate'), subcontractor: citationOf('subcontractor') }}
      today={todayFor(actor)}
      draftKey={draftKey}
      draft={draft}
      submitLabel="Add agreement"
      cancelHref={before ? `/agreements/${before.id}` : `/vendors/${vendor.id}`}
    />
  )
}

/** An agreement is always with a vendor of the register: chosen where they are few enough to be listed, else by reference. */
async function WhichVendor({ actor, words }: { actor: Actor; words: string }) {
  const choices = await vendorChoices(actor, null)
  const error = words ? `There is no vendor ${words}.` : undefined
  return (
    <Card>
      <form className="grid gap-4">
        {choices ? (
          <Select name="vendor" label="Vendor" options={choices} empty="Choose" error={error} required />
        ) : (
          <TextField
            name="vendor"
            label="Vendor"
            hint="Its reference, such as V-014."
            width="short"
            defaultValue={words}
            error={error}
            required
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Go on
          </Button>
          <ButtonLink href="/vendors/new">Add a vendor first</ButtonLink>
        </div>
      </form>
    </Card>
  )
}
