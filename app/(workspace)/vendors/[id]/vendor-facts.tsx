import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { answers } from '#lib/kernel/answers'
import { type Option, optionLabel } from '#lib/kernel/table'
import { criticalities } from '#lib/vendors/options'
import type { VendorDetail } from '#lib/vendors/queries'
import '../../facts.css'

const answer = (options: readonly Option[], value: string) =>
  value === 'unknown' ? <span className="text-attention">Not known yet</span> : optionLabel(options, value)

/** Who is it, what does it do, and how much depends on it. */
export function VendorFacts({ vendor }: { vendor: VendorDetail }) {
  const { website } = vendor
  return (
    <Section title="Who is it?">
      <Card>
        <div className="two-up two-up-lead">
          <DescriptionList
            facts={[
              {
                label: 'Does for us',
                value: vendor.services ? (
                  <span className="whitespace-pre-line">{vendor.services}</span>
                ) : null,
              },
              {
                label: 'Website',
                value: website ? (
                  <a href={/^https?:/i.test(website) ? website : `https://${website}`} rel="noreferrer">
                    {website}
                  </a>
                ) : null,
              },
              { label: 'Handles patient data for us', value: answer(answers, vendor.patientData) },
              { label: 'Can do without it for', value: answer(criticalities, vendor.criticality) },
              { label: 'Owner', value: vendor.ownerName },
              { label: 'Backup', value: vendor.backupName },
              { label: 'In the register since', value: formatDay(vendor.registeredOn) },
              {
                label: 'Last reviewed',
                value: vendor.reviewedOn ? formatDay(vendor.reviewedOn) : 'Not yet',
              },
              ...(vendor.notes
                ? [{ label: 'Notes', value: <span className="whitespace-pre-line">{vendor.notes}</span> }]
                : []),
            ]}
          />
        </div>
      </Card>
    </Section>
  )
}
