import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel, type SearchParams } from '#lib/kernel/table'
import { riskMap } from '#lib/risks/map-queries'
import { categories } from '#lib/risks/options'
import { type Side, sideLabels, sides } from '#lib/risks/scores'
import { riskTable } from '#lib/risks/table'
import { CountTable, Movement } from './beside-map.tsx'
import { HeatMap } from './heat-map.tsx'
import './map.css'

export const metadata: Metadata = { title: 'Map of risks' }

const ledes: Record<Side, string> = {
  inherent: 'How it would be if nothing were done against any of them.',
  current: 'How it is now, with what is done today.',
  target: 'What each of them should come down to.',
}

export default async function MapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('risk.read')
  const wanted = (await searchParams).side
  const side = sides.find((one) => one === wanted) ?? 'current'
  const map = await riskMap(actor, side)
  const path = (one: Side) => (one === 'current' ? '/risks/map' : `/risks/map?side=${one}`)
  if (map.open === 0)
    return (
      <>
        <PageHeader
          crumbs={<Breadcrumbs crumbs={[{ href: '/risks', label: 'Risks' }]} />}
          title="Map of risks"
        />
        <EmptyState
          title="No open risk to draw"
          icon="alert"
          actions={<ButtonLink href="/risks">To the register</ButtonLink>}
        >
          The map shows open risks by how likely and how bad they are.
        </EmptyState>
      </>
    )
  const grave = map.byCategory.reduce((sum, one) => sum + one.grave, 0)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/risks', label: 'Risks' }]} />}
        title="Map of risks"
        lede={
          <>
            {count(map.open, 'open risk')}, {grave.toLocaleString('en-US')} of them high or critical now
            {map.beyond > 0 ? (
              <>
                ,{' '}
                <a href={`${riskTable.path}?state=open&appetite=beyond`}>
                  {map.beyond.toLocaleString('en-US')} beyond
                </a>{' '}
                what we accept
              </>
            ) : null}
            .
          </>
        }
      />
      <Tabs
        label="Which scores"
        current={path(side)}
        tabs={sides.map((one) => ({ href: path(one), label: sideLabels[one] }))}
      />
      <div className="map-columns">
        <Section title={`${sideLabels[side]}: likelihood and impact`} lede={ledes[side]}>
          <HeatMap side={side} cells={map.cells} scale={map.scale} />
          <p className="pt-3">
            {map.unscored > 0 ? (
              <>
                Not on the map:{' '}
                <a
                  href={
                    side === 'current'
                      ? '/risks?level=unscored&state=open'
                      : `/risks?state=open&${side}Likelihood=none`
                  }
                >
                  {count(map.unscored, 'open risk')} without this score
                </a>
                . Nobody knows how grave they are.
              </>
            ) : (
              <span className="text-muted">Every open risk has this score.</span>
            )}
          </p>
        </Section>
        <div className="grid content-start gap-8">
          <CountTable
            title="By what they threaten"
            first="Category"
            rows={map.byCategory.map((row) => ({ ...row, label: optionLabel(categories, row.value) }))}
            query={(value) => `state=open&category=${value}`}
          />
          {map.bySystem.length > 0 ? (
            <CountTable
              title={map.bySystem.length === 10 ? 'The ten AI systems with the most' : 'By AI system'}
              first="AI system"
              rows={map.bySystem}
              query={(value) => `state=open&system=${value}`}
            />
          ) : null}
        </div>
      </div>
      <Movement map={map} />
    </>
  )
}
