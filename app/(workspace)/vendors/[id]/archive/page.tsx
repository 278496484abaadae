import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { systemsOfVendor } from '#lib/flows/vendor-systems'
import { changesOf } from '#lib/kernel/due'
import { vendorDuties } from '#lib/vendors/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveVendorAction, restoreVendorAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadVendor, type VendorPage, vendorTitle } from '../../load-vendor.ts'

export function generateMetadata(page: VendorPage): Promise<Metadata> {
  return vendorTitle(page, 'archive', ({ name, archived }) => `${archived ? 'Restore' : 'Archive'} ${name}`)
}

export default async function ArchivePage(page: VendorPage) {
  const loaded = await loadVendor(page, 'archive')
  const { actor, vendor, from, recordHref } = loaded
  const systems = (await systemsOfVendor(actor, vendor.id)).length
  const duties = (archived: boolean) => vendorDuties({ ...vendor, archived }, actor.cadences)
  const changes = changesOf(duties(vendor.archived), duties(!vendor.archived))
  if (vendor.archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${vendor.name}`}>
        <Consequences says={['It comes back to the register.']} changes={changes} />
        <QuestionForm
          action={restoreVendorAction}
          hidden={{ id: vendor.id, version: String(vendor.version), from }}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${vendor.name}`}
      lede="For what was entered by mistake or twice, and for vendors that you no longer use."
    >
      <Consequences
        says={[
          'It leaves the register and all counts. Nothing is deleted: it can be restored at any time.',
          ...(systems > 0
            ? [`${count(systems, 'AI system')} ${systems === 1 ? 'goes' : 'go'} on naming it.`]
            : []),
        ]}
        changes={changes}
      />
      <QuestionForm
        action={archiveVendorAction}
        hidden={{ id: vendor.id, version: String(vendor.version), from }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
