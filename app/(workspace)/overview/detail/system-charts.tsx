import { BarsByCategory } from '#components/chart/bars-by-category'
import type { Series } from '#components/chart/chart-data'
import { type Stage, stages, tiers } from '#lib/ai-systems/options'
import { systemTable } from '#lib/ai-systems/table'
import { dataSentence, gapSentence, stageSentence } from '#lib/overview/sentences'
import type { SystemCounts } from '#lib/overview/system-counts'

const byTier: readonly Series[] = tiers.map(({ value, label, tone }) => ({
  key: value,
  label: `${label} risk`,
  tone,
}))
const systemsOnly: readonly Series[] = [{ key: 'systems', label: 'AI systems', tone: 'accent' }]

/** The rows behind a mark. */
const rows = (query: Readonly<Record<string, string>>) => `${systemTable.path}?${new URLSearchParams(query)}`

const current = stages
  .map(({ value }) => value)
  .filter((stage) => stage !== ('retired' satisfies Stage))
  .join(',')

/** Every AI system by its stage and risk tier. */
export function SystemsByStage({ systems }: { systems: SystemCounts }) {
  return (
    <BarsByCategory
      title={stageSentence(systems)}
      categoryLabel="Stage"
      series={byTier}
      data={stages.map(({ value: stage, label }) => ({
        label,
        values: systems.byStage[stage],
        href: rows({ stage }),
        hrefs: Object.fromEntries(tiers.map(({ value: tier }) => [tier, rows({ stage, tier })])),
      }))}
    />
  )
}

/** What systems in use lack. */
export function SystemGaps({ systems: { inUse } }: { systems: SystemCounts }) {
  const gap = (label: string, count: number, query: Readonly<Record<string, string>>) => ({
    label,
    values: { systems: count },
    href: rows({ stage: 'in-use', ...query }),
  })
  return (
    <BarsByCategory
      title={gapSentence(inUse)}
      lede="A system can lack more than one of these."
      categoryLabel="What is missing"
      series={[{ key: 'systems', label: 'AI systems in use', tone: 'attention' }]}
      data={[
        gap('Safeguard missing', inUse.lacksSafeguard, { safeguards: 'lacking' }),
        gap('Patient data unknown', inUse.dataUnknown, { patientData: 'unknown' }),
        gap('No owner', inUse.withoutOwner, { owner: 'none' }),
      ]}
    />
  )
}

/** What patient data the systems take. */
export function SystemData({ systems }: { systems: SystemCounts }) {
  const { data } = systems
  const kind = (label: string, value: keyof SystemCounts['data']) => ({
    label,
    values: { systems: data[value] },
    href: rows({ stage: current, data: value }),
  })
  return (
    <BarsByCategory
      title={dataSentence(systems)}
      lede="Other: de-identified, or not described yet. Retired systems are left out."
      categoryLabel="Patient data"
      series={systemsOnly}
      data={[
        kind('Identifiable', 'identifiable'),
        kind('Other patient data', 'other'),
        kind('None', 'none'),
        kind('Not known yet', 'unknown'),
      ]}
    />
  )
}
