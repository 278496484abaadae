import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { buttonClass } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Pagination } from '#components/ui/pagination'
import { PageHeader, Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import { coverageOf } from '#lib/flows/framework-coverage'
import type { CoveredRequirement, FrameworkCoverage } from '#lib/frameworks/answered'
import { countingRule, groupRows, topGroups } from '#lib/frameworks/coverage'
import { canAt } from '#lib/kernel/access'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { chooseAction } from '../actions.ts'
import { frameworkHref, partOf } from '../addresses.ts'
import { CoverNumbers, Standing } from '../cover-counts.tsx'
import { FrameworkFacts } from './framework-facts.tsx'
import { FrameworkFilters } from './framework-filters.tsx'
import { FrameworkGroups } from './framework-groups.tsx'
import { parseView, type View, viewQuery } from './view.ts'

interface Address {
  params: Promise<{ framework: string }>
  searchParams: Promise<SearchParams>
}

/** More rows than any shipped framework has; only a large one that was brought in has pages. */
const rowsPerPage = 300

/** The framework of the address with its counts, read once per request; null for those who may not see it. */
const find = cache(async (framework: string) => {
  const actor = await currentActor()
  return actor && (await coverageOf(actor, partOf(framework)))
})

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const found = await find((await params).framework)
  return { title: found?.framework.shortName ?? 'Framework' }
}

export default async function FrameworkPage({ params, searchParams }: Address) {
  const actor = await requireActor('framework.read')
  const found = await find((await params).framework)
  if (!found) notFound()
  const view = parseView(await searchParams)
  const { framework, followed, counts } = found
  const isProposed = framework.status === 'proposed'
  const path = frameworkHref(framework.key)
  const topOf = topGroups(framework)
  const shown = found.rows.filter((row) => isShown(row, view, topOf))
  const pages = Math.max(1, Math.ceil(shown.length / rowsPerPage))
  const page = Math.min(view.page, pages)
  const drawn = new Set(shown.slice((page - 1) * rowsPerPage, page * rowsPerPage).map(({ id }) => id))
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/frameworks', label: 'Frameworks' }]} />}
        title={framework.name}
        lede={
          <>
            <Standing status={framework.status} isOwn={framework.own !== null} /> ·{' '}
            {count(framework.requirements.length, 'requirement')}
            {framework.version ? ` · ${framework.version}` : ''}
          </>
        }
        actions={
          isProposed || framework.own?.archived || !canAt(actor, 'framework.choose', []) ? null : (
            <Follow framework={framework.key} followed={followed} />
          )
        }
      />
      <div className="grid gap-8">
        {isProposed ? (
          <Callout tone="attention" title="This is proposed and not in force.">
            <p>
              Nobody has to do any of it today. It is shown so that you can look ahead, and never counted.
            </p>
          </Callout>
        ) : null}
        {framework.own?.archived ? (
          <Callout title="A newer edition has taken its place, or it was put away.">
            <p>It stays here to be read and is not counted.</p>
          </Callout>
        ) : null}
        <Section title={answer(found)} id="coverage">
          <CoverNumbers
            counts={counts}
            href={(state) => `${path}${viewQuery({ ...view, show: state, page: 1 })}`}
          />
          <details className="cite mt-3">
            <summary>How this is counted</summary>
            <p>{countingRule}</p>
          </details>
        </Section>
        <FrameworkFilters path={path} view={view} framework={framework} shown={shown.length} />
        <FrameworkGroups
          framework={framework}
          groups={groupRows(framework, found.rows)}
          drawn={drawn}
          overlay={view.overlay && framework.key === 'hipaa-security'}
        />
        {pages > 1 ? (
          <Pagination
            summary={`Page ${page} of ${pages}`}
            previous={page > 1 ? `${path}${viewQuery({ ...view, page: page - 1 })}` : undefined}
            next={page < pages ? `${path}${viewQuery({ ...view, page: page + 1 })}` : undefined}
          />
        ) : null}
        <FrameworkFacts framework={framework} mayArchive={canAt(actor, 'framework.import', [])} />
      </div>
    </>
  )
}

function isShown(
  { cover, designation, group }: CoveredRequirement,
  { show, force, part }: View,
  topOf: ReadonlyMap<string, string>,
): boolean {
  return (
    (show === null || cover.state === show) &&
    (force === null || designation === force) &&
    (part === null || topOf.get(group) === part)
  )
}

function answer({ framework, counts, followed }: FrameworkCoverage): string {
  const all = framework.requirements.length - counts.out
  if (framework.status === 'proposed') return `Controls behind ${counts.covered} of ${all} proposals`
  const says = `A control is in place for ${counts.covered} of ${count(all, 'requirement')}`
  return followed ? says : `${says}. You do not follow it, so nothing of it is a gap`
}

function Follow({ framework, followed }: { framework: string; followed: boolean }) {
  return (
    <form action={chooseAction}>
      <input type="hidden" name="framework" value={framework} />
      <input type="hidden" name="followed" value={followed ? 'no' : 'yes'} />
      <button type="submit" className={buttonClass({ variant: followed ? 'secondary' : 'primary' })}>
        {followed ? 'Stop following it' : 'Follow it'}
      </button>
    </form>
  )
}
