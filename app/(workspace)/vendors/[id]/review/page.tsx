import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { answers } from '#lib/kernel/answers'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { vendorDuties } from '#lib/vendors/due'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { citationOf } from '../../../rule-citation.ts'
import { reviewVendorAction } from '../../actions.ts'
import { loadToReview, reviewTitle, type VendorPage } from '../../load-vendor.ts'

/** What to look at before writing down that one has looked. */
const checks = [
  'Does it still do what the register says, and nothing more?',
  'Has it changed what patient data it gets, where it keeps it, or whom it passes it on to?',
  'Did something go wrong with it in the past year: outages, mistakes, a breach?',
  'Could the practice still do without it for as long as it stands here, and how?',
]

export function generateMetadata(page: VendorPage): Promise<Metadata> {
  return reviewTitle(page, ({ name }) => `Review ${name}`)
}

export default async function ReviewVendorPage(page: VendorPage) {
  const { actor, vendor, from, recordHref, listHref } = await loadToReview(page)
  if (vendor.archived) notFound()
  const today = todayFor(actor)
  const again = vendorDuties({ ...vendor, reviewedOn: today }, actor.cadences).find(
    ({ key }) => key === 'yearly-review',
  )
  return (
    <DecisionFrame
      crumbs={
        vendor.isReadable
          ? [
              { href: listHref, label: 'Vendors' },
              { href: recordHref, label: vendor.name },
            ]
          : [{ href: '/', label: 'My work' }]
      }
      title={`Review ${vendor.name}`}
      lede={`${vendor.reviewedOn ? `Last done on ${formatDay(vendor.reviewedOn)}.` : 'This is the first time.'}${again ? ` Done today, it is due again on ${formatDay(again.dueOn)}.` : ''}`}
    >
      {vendor.isReadable ? null : (
        <Card>
          <h2>{vendor.name}</h2>
          <p className="text-muted">{vendor.ref}</p>
          <p className="whitespace-pre-line">
            {vendor.services || 'What it does for us is not written down yet.'}
          </p>
          <p className="text-muted">
            It has patient data: {optionLabel(answers, vendor.patientData).toLowerCase()}.
          </p>
        </Card>
      )}
      <Card>
        <h2>What to look at</h2>
        <ul className="consequences">
          {checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </Card>
      <QuestionForm
        action={reviewVendorAction}
        hidden={{ id: vendor.id, version: String(vendor.version), from }}
        questions={[
          { as: 'day', name: 'on', label: 'When was it done?', value: today, latest: today, required: true },
          {
            as: 'text',
            name: 'note',
            label: 'What did you find?',
            hint: '“Nothing to change” is an answer too: say what you looked at.',
            rule: citationOf('evaluation'),
            limit: 2000,
            required: true,
          },
        ]}
        draft={await draftOf(actor, `vendor/${vendor.id}/review`)}
        submitLabel="Record it"
        cancelHref={vendor.isReadable ? recordHref : '/'}
      />
    </DecisionFrame>
  )
}
