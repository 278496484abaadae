import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import type { Decision } from '#lib/overview/decisions'

const words = ['Nothing', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things']

/** What waits for this reader's decision, each one link from being done. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <Section title={`${words[decisions.length] ?? decisions.length} to decide now`}>
      {decisions.length === 0 ? (
        <p className="one-page-muted">No decision waits for you. What is due from you is in My work.</p>
      ) : (
        <ol className="decisions">
          {decisions.map(({ kind, id, label, why, href, action }) => (
            <li key={`${kind} ${id}`}>
              <div>
                <p className="decision-what">
                  <a href={href}>{label}</a>
                </p>
                <p>{why}</p>
              </div>
              <ButtonLink href={href} size="small">
                {action}…<span className="sr-only">: {label}</span>
              </ButtonLink>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
