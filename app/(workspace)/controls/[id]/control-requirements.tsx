import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { NamedRequirement } from '#lib/frameworks/catalog'
import '../../vendors/vendors.css'

/** The requirements that a control answers, framework by framework. */
export function ControlRequirements({
  requirements,
  editHref,
}: {
  requirements: readonly NamedRequirement[]
  editHref: string | null
}) {
  const byFramework = Map.groupBy(requirements, ({ framework }) => framework)
  return (
    <Section
      id="requirements"
      title={
        requirements.length > 0 ? `Answers ${count(requirements.length, 'requirement')}` : 'Requirements'
      }
      actions={
        editHref ? (
          <ButtonLink href={editHref} size="small" icon="edit">
            Choose requirements
          </ButtonLink>
        ) : null
      }
    >
      {requirements.length > 0 ? (
        <ul className="entries">
          {[...byFramework].map(([framework, rows]) => (
            <li key={framework}>
              <p className="entry-title">
                {rows[0]?.frameworkName}{' '}
                {rows[0]?.isArchived ? <StatusBadge tone="neutral">Replaced edition</StatusBadge> : null}
                {rows[0]?.status === 'proposed' ? (
                  <StatusBadge tone="attention">Proposed, not in force</StatusBadge>
                ) : null}
              </p>
              <ul>
                {rows.map(({ key, id, title }) => (
                  <li key={key}>
                    <a href={`/frameworks/${framework}/${encodeURIComponent(id)}`}>{id}</a>{' '}
                    <span className="text-muted">{title}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">It answers no requirement yet, and so counts for none.</p>
      )}
    </Section>
  )
}
