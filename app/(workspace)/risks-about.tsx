import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { risksAbout } from '#lib/risks/about-queries'
import { levelOption } from './risks/score-words.ts'
import './vendors/vendors.css'

/** The open risks of an AI system or a vendor: how many, the gravest, and the way to all of them. */
export async function RisksAboutRecord({
  actor,
  kind,
  id,
  addHref,
}: {
  actor: Actor
  kind: 'system' | 'vendor'
  id: string
  /** Where risks are written down for it; null for those who may not. */
  addHref: string | null
}) {
  const risks = await risksAbout(actor, kind, id)
  if (!risks) return null
  const { open, unscored, gravest, href, unscoredHref } = risks
  return (
    <Section
      id="risks"
      title={open > 0 ? count(open, 'open risk') : 'Risks'}
      actions={
        addHref ? (
          <ButtonLink href={addHref} size="small" icon="plus">
            Add risks
          </ButtonLink>
        ) : null
      }
    >
      {open > 0 ? (
        <>
          <ul className="entries">
            {gravest.map(({ id: riskId, ref, title, score }) => {
              const { tone, label } = levelOption(score)
              return (
                <li key={riskId}>
                  <p className="entry-title">
                    <a href={`/risks/${riskId}`}>
                      {ref} {title}
                    </a>{' '}
                    <StatusBadge tone={tone}>{`${label}, ${score}`}</StatusBadge>
                  </p>
                </li>
              )
            })}
          </ul>
          <p className="pt-2">
            <a href={href}>{open === 1 ? 'See it in the list' : `See all ${open.toLocaleString('en-US')}`}</a>
            {unscored > 0 ? (
              <>
                {' · '}
                <a href={unscoredHref}>
                  {unscored.toLocaleString('en-US')} {unscored === 1 ? 'is' : 'are'} not scored
                </a>
              </>
            ) : null}
          </p>
        </>
      ) : (
        <p className="text-muted">No open risk is written down for it.</p>
      )}
    </Section>
  )
}
