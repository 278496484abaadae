import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import { may } from '#lib/controls/policy'
import { type Gap, gapPage, gapsPerPage } from '#lib/flows/framework-gaps'
import { type GapKind, gapKinds } from '#lib/frameworks/gaps'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel, type SearchParams } from '#lib/kernel/table'
import { frameworkHref, requirementHref } from '../addresses.ts'
import '../../vendors/vendors.css'
import '../frameworks.css'

export const metadata: Metadata = { title: 'Gaps' }

const tones: Readonly<Record<GapKind, 'danger' | 'attention' | 'neutral'>> = {
  required: 'danger',
  addressable: 'danger',
  voluntary: 'attention',
  failing: 'danger',
  partly: 'attention',
}

export default async function GapsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('framework.read')
  const { kind, page: wanted } = await searchParams
  const chosen = gapKinds.find(({ value }) => value === kind)?.value ?? null
  const number = Number(wanted)
  const page = Number.isInteger(number) && number > 0 && number < 1000 ? number : 1
  const { gaps, counts, total } = await gapPage(actor, chosen, page)
  const to = (value: GapKind | null, at = 1) => {
    const params = new URLSearchParams({
      ...(value ? { kind: value } : {}),
      ...(at > 1 ? { page: String(at) } : {}),
    }).toString()
    return `/frameworks/gaps${params ? `?${params}` : ''}`
  }
  const all = gapKinds.reduce((sum, { value }) => sum + counts[value], 0)
  const start = (page - 1) * gapsPerPage
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/frameworks', label: 'Frameworks' }]} />}
        title="Gaps"
        lede="What you follow and no control counts for, in order of harm: the law before what you follow by choice, then what was found weak. Nothing that is only proposed is here."
      />
      <div className="grid gap-6">
        <nav aria-label="Kinds of gaps" className="framework-filters">
          <a href={to(null)} aria-current={chosen === null ? 'true' : undefined}>
            All {all}
          </a>
          {gapKinds.map(({ value, label }) => (
            <a key={value} href={to(value)} aria-current={chosen === value ? 'true' : undefined}>
              {label} {counts[value]}
            </a>
          ))}
        </nav>
        {gaps.length > 0 ? (
          <ol className="entries">
            {gaps.map((gap) => (
              <GapEntry key={`${gap.framework}:${gap.id}`} gap={gap} mayEdit={may(actor, 'edit')} />
            ))}
          </ol>
        ) : (
          <EmptyState
            title={all > 0 ? 'None of this kind' : 'No gap is known'}
            icon="checkCircle"
            actions={<ButtonLink href="/frameworks">See the frameworks</ButtonLink>}
          >
            {all > 0
              ? 'Other kinds have some.'
              : 'For every requirement that you follow, a control is in place, or somebody has said why it does not apply.'}
          </EmptyState>
        )}
        {total > gapsPerPage ? (
          <Pagination
            summary={`${start + 1}–${start + gaps.length} of ${total.toLocaleString('en-US')}`}
            previous={page > 1 ? to(chosen, page - 1) : undefined}
            next={start + gaps.length < total ? to(chosen, page + 1) : undefined}
          />
        ) : null}
      </div>
    </>
  )
}

function GapEntry({ gap, mayEdit }: { gap: Gap; mayEdit: boolean }) {
  const { kind, framework, frameworkName, id, title, says, controls, mending, linked } = gap
  const starter = mending.find(({ madeId }) => madeId === null)
  const made = mending.find(({ madeId }) => madeId !== null)
  const href = requirementHref(framework, id)
  return (
    <li>
      <p className="requirement-head">
        <a className="entry-title" href={href}>
          {id} {title}
        </a>
        <a className="text-muted" href={frameworkHref(framework)}>
          {frameworkName}
        </a>
        <StatusBadge tone={tones[kind]}>{optionLabel(gapKinds, kind)}</StatusBadge>
      </p>
      {says ? <p className="text-muted">{says}</p> : null}
      {controls > 0 || linked > 0 ? (
        <p className="text-muted">
          {[
            ...(controls > 0
              ? [
                  `${count(controls, 'control names', 'controls name')} it and ${controls === 1 ? 'does' : 'do'} not count in full yet`,
                ]
              : []),
            ...(linked > 0
              ? [
                  `${count(linked, 'requirement')} of other frameworks ${linked === 1 ? 'says' : 'say'} much the same`,
                ]
              : []),
          ].join(' · ')}
        </p>
      ) : null}
      <div className="gap-actions">
        {made?.madeId ? (
          <ButtonLink href={`/controls/${made.madeId}`} size="small">
            Go on with “{made.title}”
          </ButtonLink>
        ) : controls > 0 ? (
          <ButtonLink href={`${href}#controls`} size="small">
            See its controls
          </ButtonLink>
        ) : null}
        {mayEdit && starter ? (
          <ButtonLink href={`/controls/library?key=${starter.key}`} size="small">
            Take in “{starter.title}”
          </ButtonLink>
        ) : null}
        {mayEdit && controls === 0 ? (
          <ButtonLink
            href={`/controls/new?requirement=${encodeURIComponent(`${framework}:${id}`)}`}
            size="small"
            icon="plus"
          >
            New control
          </ButtonLink>
        ) : null}
      </div>
    </li>
  )
}
