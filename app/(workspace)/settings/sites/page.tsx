import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Card } from '#components/ui/section'
import { count } from '#lib/base/text'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { usStates } from '#lib/people/places'
import { listSites, type SiteRow } from '#lib/people/sites-queries'
import { SettingsHeader } from '../settings-header.tsx'

export const metadata: Metadata = { title: 'Sites' }

export default async function SitesPage() {
  const actor = await requireActor('site.edit')
  const { sites, everywhere } = await listSites(actor)
  const add = canAt(actor, 'site.edit', []) ? (
    <ButtonLink href="/settings/sites/new" variant="primary" icon="plus">
      Add site
    </ButtonLink>
  ) : null
  const link = (site: SiteRow) =>
    canAt(actor, 'site.edit', [site.id]) ? `/settings/sites/${site.id}` : undefined
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/sites"
        lede="People, roles and AI systems belong to one or more sites, or to the whole practice."
      />
      {sites.length === 0 ? (
        <EmptyState title="No sites yet" icon="building" actions={add}>
          A site is a place where the practice sees patients.
        </EmptyState>
      ) : (
        <>
          <Card padded={false}>
            <ul className="divide-y divide-line">
              {sites.map((site) => (
                <SiteLine key={site.id} site={site} everywhere={everywhere} href={link(site)} />
              ))}
            </ul>
          </Card>
          {add ? <div className="mt-4">{add}</div> : null}
        </>
      )}
    </>
  )
}

/** '2 people of its own, 1 everywhere': who works at the whole practice works here too. */
function inWords(own: number, everywhere: number, one: string, many?: string): string {
  const said = count(own, one, many)
  return everywhere > 0 ? `${said} of its own, ${everywhere.toLocaleString('en-US')} everywhere` : said
}

function SiteLine({
  site,
  everywhere,
  href,
}: {
  site: SiteRow
  everywhere: { people: number; systems: number }
  href: string | undefined
}) {
  const { people, systems } = site.closed ? { people: 0, systems: 0 } : everywhere
  return (
    <li className="flex items-center justify-between gap-4 px-5 py-3">
      <div>
        <p className="font-medium">{href ? <a href={href}>{site.name}</a> : site.name}</p>
        <p className="text-muted">
          {optionLabel(usStates, site.state)}
          {' · '}
          <a href={`/people?sites=${site.id}`}>{inWords(site.people, people, 'person', 'people')}</a>
          {' · '}
          <a href={`/ai-systems?sites=${site.id}`}>{inWords(site.systems, systems, 'AI system')}</a>
        </p>
      </div>
      <StatusBadge tone={site.closed ? 'neutral' : 'ok'}>{site.closed ? 'Closed' : 'Open'}</StatusBadge>
    </li>
  )
}
