import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { usStates } from '#lib/people/places'
import { listSites, type SiteRow } from '#lib/people/sites-queries'
import { SettingsHeader } from '../settings-header.tsx'

export const metadata: Metadata = { title: 'Sites' }

export default async function SitesPage() {
  const actor = await requireActor('site.edit')
  const sites = await listSites(actor)
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
          <div className="table-wrap">
            <table className="table table-fold">
              <caption className="sr-only">Sites</caption>
              <thead>
                <tr>
                  <th scope="col">Site</th>
                  <th scope="col">State</th>
                  <th scope="col" className="num">
                    People
                  </th>
                  <th scope="col" className="num">
                    AI systems
                  </th>
                  <th scope="col">Status</th>
                </tr>
              </thead>
              <tbody>
                {sites.map((site) => (
                  <SiteLine key={site.id} site={site} href={link(site)} />
                ))}
              </tbody>
            </table>
          </div>
          {add ? <div className="mt-4">{add}</div> : null}
        </>
      )}
    </>
  )
}

function SiteLine({ site, href }: { site: SiteRow; href: string | undefined }) {
  return (
    <tr>
      <th scope="row">{href ? <a href={href}>{site.name}</a> : site.name}</th>
      <td data-label="State">{optionLabel(usStates, site.state)}</td>
      <td data-label="People" className="num">
        <a href={`/people?sites=${site.id}`}>{site.people.toLocaleString('en-US')}</a>
      </td>
      <td data-label="AI systems" className="num">
        <a href={`/ai-systems?sites=${site.id}`}>{site.systems.toLocaleString('en-US')}</a>
      </td>
      <td data-label="Status">
        <StatusBadge tone={site.closed ? 'neutral' : 'ok'}>{site.closed ? 'Closed' : 'Open'}</StatusBadge>
      </td>
    </tr>
  )
}
