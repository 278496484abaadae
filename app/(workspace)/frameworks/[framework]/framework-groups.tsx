import { Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { CoveredRequirement } from '#lib/frameworks/answered'
import type { CatalogFramework } from '#lib/frameworks/catalog'
import type { CoverCounts, GroupNode } from '#lib/frameworks/coverage'
import { proposedFor } from '#lib/law/frameworks/all-frameworks'
import { requirementHref } from '../addresses.ts'
import { CoverBadge, Designation } from '../cover-counts.tsx'

type Group = GroupNode<CoveredRequirement>

interface Drawn {
  framework: CatalogFramework
  /** Ids of the rows that the filters and the page leave. */
  drawn: ReadonlySet<string>
  /** Whether what was proposed in 2025 stands below the rows. */
  overlay: boolean
}

/** The requirements by function, category and standard; each group says how it stands as a whole. */
export function FrameworkGroups({ groups, ...drawn }: Drawn & { groups: readonly Group[] }) {
  const shown = groups.filter((group) => hasDrawn(group, drawn.drawn))
  if (shown.length === 0) return <p className="text-muted">No requirement is like that.</p>
  return (
    <>
      {shown.map((group) => (
        <GroupSection key={group.id} group={group} level={2} {...drawn} />
      ))}
    </>
  )
}

const hasDrawn = (group: Group, drawn: ReadonlySet<string>): boolean =>
  group.rows.some(({ id }) => drawn.has(id)) || group.groups.some((part) => hasDrawn(part, drawn))

function GroupSection({ group, level, ...shown }: Drawn & { group: Group; level: 2 | 3 | 4 }) {
  const rows = group.rows.filter(({ id }) => shown.drawn.has(id))
  const below = group.groups.filter((part) => hasDrawn(part, shown.drawn))
  return (
    <Section
      level={level}
      title={titleOf(group)}
      lede={
        <>
          {group.says} <span className="text-muted">{inWords(group.counts)}</span>
        </>
      }
    >
      <div className="group-below">
        {rows.length > 0 ? (
          <ul className="requirement-rows">
            {rows.map((row) => (
              <RequirementRow key={row.id} row={row} {...shown} />
            ))}
          </ul>
        ) : null}
        {below.map((part) => (
          <GroupSection key={part.id} group={part} level={level === 2 ? 3 : 4} {...shown} />
        ))}
      </div>
    </Section>
  )
}

/** Ids such as "GOVERN 1" and "164.308" say something; those that were made up for a list do not. */
function titleOf({ id, title }: Group): string {
  return /\d/.test(id) && !/^g\d+$/.test(id) ? `${id} ${title}` : title
}

function inWords({ none, partly, covered, out }: CoverCounts): string {
  return [
    `${covered} of ${count(none + partly + covered, 'requirement')} in place`,
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(none > 0 ? [`${none} without a control`] : []),
    ...(out > 0 ? [`${out} not applicable`] : []),
  ].join(', ')
}

function RequirementRow({ row, framework, overlay }: Drawn & { row: CoveredRequirement }) {
  const would = overlay ? proposedFor(row.id) : []
  return (
    <li>
      <p className="requirement-head">
        <a href={requirementHref(framework.key, row.id)}>{row.id}</a> <span>{row.title}</span>
        <Designation designation={row.designation} />
      </p>
      <p>
        <CoverBadge cover={row.cover} />{' '}
        {row.cover.controls > 0 ? (
          <span className="text-muted">{count(row.cover.controls, 'control')}</span>
        ) : null}
      </p>
      {would.map(({ id, title, says }) => (
        <p key={id} className="would">
          The 2025 proposal would require (proposed, not in force): {title}. {says}
        </p>
      ))}
    </li>
  )
}
