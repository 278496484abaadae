import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { agreementKinds, coverages, dataReturns, renewals } from '#lib/agreements/options'
import type { AgreementDetail } from '#lib/agreements/queries'
import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import '../../facts.css'

const day = (value: Day | null) => (value ? formatDay(value) : null)
const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
})

/** With whom, about what, since when and for how long. */
export function AgreementFacts({ agreement }: { agreement: AgreementDetail }) {
  const { predecessor, successors } = agreement
  const given = (label: string, value: React.ReactNode) => (value ? [{ label, value }] : [])
  return (
    <Section title="What is it?">
      <Card>
        <div className="two-up">
          <DescriptionList
            facts={[
              { label: 'Kind', value: optionLabel(agreementKinds, agreement.kind) },
              {
                label: 'With',
                value: <a href={`/vendors/${agreement.vendorId}`}>{agreement.vendorName}</a>,
              },
              ...given(
                'As a subcontractor of',
                agreement.upstreamId ? (
                  <a href={`/vendors/${agreement.upstreamId}`}>{agreement.upstreamName}</a>
                ) : null,
              ),
              { label: 'Covers', value: <Covers agreement={agreement} /> },
              ...given('Sent on', day(agreement.sentOn)),
              { label: 'Signed on', value: day(agreement.signedOn) },
              ...given(
                'Signed by',
                [agreement.ourSigner, agreement.theirSigner].filter(Boolean).join(' and '),
              ),
              ...given('Confirmed in writing on', day(agreement.confirmedOn)),
              ...given('In force from', day(agreement.effectiveOn)),
              { label: 'Term ends on', value: day(agreement.termEndsOn) ?? 'No end' },
              ...given(
                'Then',
                agreement.termEndsOn
                  ? `${optionLabel(renewals, agreement.renewal)}${agreement.renewal === 'renews' ? `, for ${count(agreement.renewalMonths ?? 12, 'month')} each time` : ''}`
                  : null,
              ),
              ...given('Notice by', day(agreement.noticeByOn)),
              ...given(
                'Word of a breach within',
                agreement.breachDays ? count(agreement.breachDays, 'day') : null,
              ),
              ...given(
                'Cost a year',
                agreement.yearlyCost === null ? null : dollars.format(agreement.yearlyCost),
              ),
              ...given(
                'Ended',
                agreement.terminatedOn
                  ? `From ${formatDay(agreement.terminatedOn)}: ${agreement.terminationReason}`
                  : null,
              ),
              ...given(
                'Patient data',
                agreement.dataReturn && agreement.dataReturnedOn
                  ? `${optionLabel(dataReturns, agreement.dataReturn)}, ${formatDay(agreement.dataReturnedOn)}${agreement.dataReturnNote ? `. ${agreement.dataReturnNote}` : ''}`
                  : null,
              ),
              ...given(
                'Follows',
                predecessor ? (
                  <a href={`/agreements/${predecessor.id}`}>
                    {predecessor.ref} {predecessor.title}
                  </a>
                ) : null,
              ),
              ...successors.map(({ id, ref, title }) => ({
                label: 'Followed by',
                value: (
                  <a href={`/agreements/${id}`}>
                    {ref} {title}
                  </a>
                ),
              })),
              { label: 'Owner', value: agreement.ownerName },
              ...given('Backup', agreement.backupName),
              ...given(
                'Notes',
                agreement.notes ? <span className="whitespace-pre-line">{agreement.notes}</span> : null,
              ),
            ]}
          />
        </div>
      </Card>
    </Section>
  )
}

function Covers({ agreement: { covers, systems, flows, services } }: { agreement: AgreementDetail }) {
  const named = [
    ...systems.map(({ id, ref }) => ({ href: `/ai-systems/${id}`, ref })),
    ...flows.map(({ id, ref }) => ({ href: `/phi-flows/${id}`, ref })),
  ]
  return (
    <>
      {covers === 'all' || named.length === 0 ? (
        optionLabel(coverages, covers)
      ) : (
        <ul className="flex flex-wrap gap-x-3">
          {named.map(({ href, ref }) => (
            <li key={ref}>
              <a href={href}>{ref}</a>
            </li>
          ))}
        </ul>
      )}
      {services ? <p className="whitespace-pre-line text-muted">{services}</p> : null}
    </>
  )
}
