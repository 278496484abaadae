import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader, Section } from '#components/ui/section'
import { count, listInWords } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { usStates } from '#lib/people/places'
import { getSite, type SiteRow } from '#lib/people/sites-queries'
import { HistoryTimeline } from '../../../history-timeline.tsx'
import { changeSite, openSite, shutSite } from '../actions.ts'
import { SiteForm } from '../site-form.tsx'
import { CloseSiteForm, ReopenSiteForm } from './close-site-form.tsx'

export const metadata: Metadata = { title: 'Site' }

const idPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

export default async function SitePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('site.edit')
  const { id } = await params
  const site = idPattern.test(id) ? await getSite(actor, id) : null
  if (!site) notFound()
  const { version } = site
  return (
    <>
      <PageHeader
        title={site.closed ? `${site.name} (closed)` : site.name}
        crumbs={<Breadcrumbs crumbs={[{ href: '/settings/sites', label: 'Sites' }]} />}
      />
      <SiteForm
        key={version}
        action={changeSite}
        record={{ id, version }}
        values={{ name: [site.name], state: [site.state] }}
        states={usStates}
      />
      <div className="mt-8 grid gap-8">
        {site.closed ? (
          <Section
            title="Open it again"
            lede="It can then be chosen again. Whoever belongs to it still does."
          >
            <ReopenSiteForm action={openSite} id={id} />
          </Section>
        ) : (
          <Section title="Close the site" lede={closing(site)}>
            <CloseSiteForm action={shutSite} site={{ id, version, name: site.name }} />
          </Section>
        )}
        {site.history.length > 0 ? (
          <Section title="History" id="history">
            <HistoryTimeline history={site.history} timeZone={actor.timeZone} />
          </Section>
        ) : null}
      </div>
    </>
  )
}

/** What closing means, in numbers. */
function closing({ people, systems, roles }: SiteRow): string {
  const affected = [
    ...(people > 0 ? [count(people, 'person', 'people')] : []),
    ...(systems > 0 ? [count(systems, 'AI system')] : []),
    ...(roles > 0 ? [count(roles, 'role')] : []),
  ]
  const stays =
    affected.length > 0
      ? `${listInWords(affected)} ${people + systems + roles === 1 ? 'belongs' : 'belong'} to it and ${people + systems + roles === 1 ? 'keeps' : 'keep'} it until somebody moves them.`
      : 'Nobody and nothing belongs to it.'
  return `It can no longer be chosen, also in spreadsheets. ${stays} It can be opened again.`
}
