import { Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { TiedRisk } from '#lib/flows/tied-risks'
import type { Actor } from '#lib/kernel/access'
import { recordHref } from '../duty-links.ts'
import '../vendors/vendors.css'

/** The open risks that something ties to; nothing for those who see only some of them. */
export function TiedRisks({
  actor,
  risks,
  says,
}: {
  actor: Actor
  risks: readonly TiedRisk[] | null
  says: string
}) {
  if (!risks || risks.length === 0) return null
  return (
    <Section id="risks" title={`${says} ${count(risks.length, 'risk')}`}>
      <ul className="entries">
        {risks.map(({ id, ref, title }) => {
          const href = recordHref(actor, 'risk', id)
          return (
            <li key={id}>
              <p className="entry-title">
                {href ? <a href={href}>{title}</a> : title} <span>{ref}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
