import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { answers } from '#lib/kernel/answers'
import { vendorChain, vendorChoices } from '#lib/vendors/chain-queries'
import type { Question } from '../../../../question-form.tsx'
import { loadVendor, type VendorPage, vendorTitle } from '../../../load-vendor.ts'
import { removeLinkAction, saveLinkAction } from '../../../part-actions.ts'
import { PartPage } from '../../../part-page.tsx'

type SubProcessorPageProps = VendorPage<{ partId: string }>

export function generateMetadata(page: SubProcessorPageProps): Promise<Metadata> {
  return vendorTitle(page, 'edit', ({ name }) => `Sub-processor of ${name}`)
}

export default async function SubProcessorPage(page: SubProcessorPageProps) {
  const loaded = await loadVendor(page, 'edit')
  const { vendor, actor } = loaded
  const { partId } = await page.params
  const chain = await vendorChain(actor, vendor.id)
  const link = chain.behind.find((node) => node.link.id === partId)?.link
  if (vendor.archived || (!link && partId !== 'new')) notFound()
  const name = link ? chain.vendors.get(link.subProcessorId)?.name : undefined
  return (
    <PartPage
      loaded={loaded}
      draftKey={`sub-processors/${partId}`}
      partId={link?.id ?? null}
      title={name ? `${name} behind ${vendor.name}` : `Sub-processor of ${vendor.name}`}
      lede={
        link ? undefined : 'Whom it uses itself for what it does for us: its cloud, the host of its model.'
      }
      questions={[
        ...(link ? [] : [whichVendor(await vendorChoices(actor, vendor.id))]),
        {
          as: 'line',
          name: 'does',
          label: 'What does it do in the chain?',
          hint: 'Such as “runs the speech model”.',
          value: link?.does ?? '',
        },
        {
          as: 'choice',
          name: 'patientData',
          label: 'Does patient data get that far?',
          value: link?.patientData ?? 'unknown',
          options: answers.map(({ value, label }) => ({ value, label })),
          required: true,
        },
      ]}
      save={saveLinkAction}
      remove={removeLinkAction}
      removal={{
        title: 'Take it off the chain',
        says: `${name} stays in the register; only the link to ${vendor.name} goes.`,
        label: 'Take it off',
      }}
    />
  )
}

/** A vendor of the register: chosen where they are few enough to be listed, else named by its reference. */
function whichVendor(options: { value: string; label: string }[] | null): Question {
  const question = { name: 'subProcessor', label: 'Which vendor?', value: '', required: true }
  const hint = 'It has to be in the register: add it there first.'
  return options
    ? { ...question, as: 'select', hint, options, empty: 'Choose' }
    : { ...question, as: 'line', hint: `Its reference, such as V-014. ${hint}` }
}
