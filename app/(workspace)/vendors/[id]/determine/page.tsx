import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { answers } from '#lib/kernel/answers'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { associateReasons, otherReasons } from '#lib/law/business-associate'
import { draftOf } from '#lib/people/drafts'
import { citationOf } from '../../../rule-citation.ts'
import { determineVendorAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadVendor, type VendorPage, vendorTitle } from '../../load-vendor.ts'
import { DetermineForm } from './determine-form.tsx'

export function generateMetadata(page: VendorPage): Promise<Metadata> {
  return vendorTitle(page, 'determine', ({ name }) => `Is ${name} a business associate?`)
}

const withSource = ({ value, label, rule }: (typeof associateReasons | typeof otherReasons)[number]) => ({
  value,
  label,
  rule: citationOf(rule),
})

export default async function DeterminePage(page: VendorPage) {
  const loaded = await loadVendor(page, 'determine')
  const { actor, vendor, from, recordHref } = loaded
  if (vendor.archived) notFound()
  return (
    <DecisionPage
      loaded={loaded}
      title="Is it a business associate?"
      lede={`What ${vendor.name} does with patient data decides, not what a contract calls it.`}
    >
      <Card>
        <h2>What the register says</h2>
        <p className="whitespace-pre-line">
          {vendor.services || 'What it does for us is not written down yet.'}
        </p>
        <p className="text-muted">
          It creates, receives, keeps or sends patient data for us:{' '}
          {optionLabel(answers, vendor.patientData).toLowerCase()}.
        </p>
      </Card>
      <DetermineForm
        action={determineVendorAction}
        hidden={{ id: vendor.id, version: String(vendor.version), from }}
        answer={vendor.businessAssociate}
        chosen={vendor.determinationReasons}
        today={todayFor(actor)}
        yes={associateReasons.map(withSource)}
        no={otherReasons.map(withSource)}
        draft={await draftOf(actor, `vendor/${vendor.id}/determine`)}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
