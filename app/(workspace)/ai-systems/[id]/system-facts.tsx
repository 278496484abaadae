import { DescriptionList, type Fact } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { categories, protectedInputs, runsWhere, useKinds } from '#lib/ai-systems/options'
import type { SystemDetail } from '#lib/ai-systems/queries'
import type { LawAnswers } from '#lib/ai-systems/review-queries'
import { formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { answers } from '#lib/kernel/answers'
import { type Option, optionLabel } from '#lib/kernel/table'
import '../../facts.css'

/** What is it: the facts, and the answers that decide which law applies. */
export function SystemFacts({ system }: { system: SystemDetail }) {
  const proposed = formatDay(system.proposedOn)
  const facts: Fact[] = [
    {
      label: 'Used for',
      value: system.purpose.trim() ? <span className="whitespace-pre-line">{system.purpose}</span> : null,
    },
    { label: 'Category', value: optionLabel(categories, system.category) },
    { label: 'Vendor', value: system.vendor || system.vendorName ? <SystemVendor system={system} /> : null },
    { label: 'Product', value: system.product },
    { label: 'Version', value: system.productVersion },
    { label: 'Model', value: system.modelName },
    { label: 'Runs', value: optionLabel(runsWhere, system.runsWhere) },
    { label: 'Used by', value: system.users },
    {
      label: 'Sites',
      value: listInWords(system.sites.map((site) => site.name)) || 'The whole practice',
    },
    { label: 'Owner', value: system.ownerName },
    { label: 'Backup', value: system.backupName },
    system.proposedByName
      ? { label: 'Proposed', value: `${proposed} by ${system.proposedByName}` }
      : {
          label: system.proposedOn < system.registeredOn ? 'Proposed' : 'In the register since',
          value: proposed,
        },
    ...(system.notes
      ? [{ label: 'Notes', value: <span className="whitespace-pre-line">{system.notes}</span> }]
      : []),
  ]
  return (
    <Section title="What is it?">
      <Card>
        <div className="two-up two-up-lead">
          <DescriptionList facts={facts} />
        </div>
      </Card>
    </Section>
  )
}

/** The vendor of the register, and what was written where that says something else. */
function SystemVendor({ system: { vendor, vendorName } }: { system: SystemDetail }) {
  if (!vendor) return vendorName
  const isSame = vendor.name.toLowerCase() === vendorName.toLowerCase()
  return (
    <>
      <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>
      {isSame || vendorName === '' ? null : <span className="text-muted"> (written as “{vendorName}”)</span>}
    </>
  )
}

const answer = (options: readonly Option[], value: string) =>
  value === 'unknown' ? <span className="text-attention">Not known yet</span> : optionLabel(options, value)

/** The answers that decide which law applies; open ones stand out. */
export function SystemAnswers({ system }: { system: LawAnswers }) {
  const facts: Fact[] = [
    { label: 'Patient data goes in', value: answer(answers, system.patientData) },
    { label: 'Clinical or administrative', value: answer(useKinds, system.useKind) },
    { label: 'Output reaches the patient', value: answer(answers, system.reachesPatient) },
    { label: 'A licensed person reads it first', value: answer(answers, system.licensedReview) },
    { label: 'Mental-health therapy', value: answer(answers, system.therapy) },
    { label: 'Generative', value: answer(answers, system.generative) },
    { label: 'Supports decisions about care', value: answer(answers, system.decisionSupport) },
    {
      label: 'Protected inputs',
      value:
        listInWords(system.protectedInputs.map((value) => optionLabel(protectedInputs, value))) ||
        'None named',
    },
  ]
  return (
    <Card>
      <div className="two-up">
        <DescriptionList facts={facts} />
      </div>
    </Card>
  )
}
