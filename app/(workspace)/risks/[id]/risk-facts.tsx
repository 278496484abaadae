import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { optionLabel } from '#lib/kernel/table'
import { frameworkOf, requirementOf, requirementRef } from '#lib/law/frameworks/all-frameworks'
import type { PastScore, RiskDetail } from '#lib/risks/detail-queries'
import { categories, generativeRisks } from '#lib/risks/options'
import type { Named } from '#lib/risks/row'
import { pairOf, pairText, sideLabels, sides } from '#lib/risks/scores'
import { requirementHref } from '../../frameworks/addresses.ts'
import '../../facts.css'

const day = (value: Day | null) => (value ? formatDay(value) : null)

/** What it concerns, what it ties to, and who answers for it. */
export function RiskFacts({
  actor,
  risk,
  requirementsHref,
}: {
  actor: Actor
  risk: RiskDetail
  /** Where its requirements are chosen; null for those who may not. */
  requirementsHref: string | null
}) {
  const given = (label: string, value: React.ReactNode) => (value ? [{ label, value }] : [])
  const links = (named: readonly Named[], path: string | null) =>
    named.length > 0 ? (
      <ul>
        {named.map(({ id, ref, name }) => (
          <li key={id}>{path ? <a href={`${path}/${id}`}>{`${ref} ${name}`}</a> : `${ref} ${name}`}</li>
        ))}
      </ul>
    ) : null
  const isWhole = risk.systems.length + risk.vendors.length + risk.sites.length === 0
  return (
    <Section
      title="What does it concern?"
      actions={
        requirementsHref ? (
          <ButtonLink href={requirementsHref} size="small" icon="edit">
            Choose requirements
          </ButtonLink>
        ) : null
      }
    >
      <Card>
        <div className="two-up">
          <DescriptionList
            facts={[
              { label: 'Threatens', value: optionLabel(categories, risk.category) },
              ...given(
                'AI systems',
                links(risk.systems, can(actor, 'ai-system.read') ? '/ai-systems' : null),
              ),
              ...given('Vendors', links(risk.vendors, can(actor, 'vendor.read') ? '/vendors' : null)),
              ...given('Sites', risk.sites.map(({ name }) => name).join(', ')),
              ...given('Concerns', isWhole ? 'The practice as a whole' : null),
              ...given('Generative AI risk', optionLabel(generativeRisks, risk.generativeRisk)),
              ...given(
                'Requirements',
                risk.requirements.length > 0 ? (
                  <ul className="grid gap-1">
                    {risk.requirements.map((key, at) => (
                      <li key={key}>
                        <NamedRequirement
                          requirement={key}
                          words={risk.requirementWords[at] ?? key}
                          mayOpen={can(actor, 'framework.read')}
                        />
                      </li>
                    ))}
                  </ul>
                ) : null,
              ),
              {
                label: 'We accept at most',
                value:
                  risk.appetite === null
                    ? 'No limit is set for its category'
                    : `${risk.appetite}${risk.beyondAppetite ? ', and it is beyond that' : ''}`,
              },
              ...given('Found on', day(risk.identifiedOn)),
              { label: 'Last looked at', value: day(risk.reviewedOn) },
              { label: 'Looked at every', value: count(risk.reviewEveryMonths, 'month') },
              ...given('Closed', risk.closedOn ? `${formatDay(risk.closedOn)}: ${risk.closeReason}` : null),
              { label: 'Owner', value: risk.ownerName },
              ...given('Backup', risk.backupName),
              ...given(
                'Notes',
                risk.notes ? <span className="whitespace-pre-line">{risk.notes}</span> : null,
              ),
            ]}
          />
        </div>
      </Card>
    </Section>
  )
}

/** How it was scored over time, newest first. These rows cannot be changed. */
export function ScoreHistory({ past }: { past: readonly PastScore[] }) {
  return (
    <Section title="Earlier scores" id="score-history" lede="Kept as they were given.">
      {past.length === 0 ? (
        <p className="text-muted">It has not been scored.</p>
      ) : (
        <ul className="entries">
          {past.map((score) => {
            const words = sides.flatMap((side) => {
              const pair = pairOf(score, side)
              return pair ? [`${sideLabels[side].toLowerCase()} ${pairText(pair)}`] : []
            })
            return (
              <li key={score.id}>
                <p className="entry-title">
                  {formatDay(score.on)}
                  {words.length > 0 ? `: ${words.join(', ')}` : ''}
                  {score.isOpen ? '' : ' (closed)'}
                </p>
                <p className="text-muted">{[score.byName, score.note].filter(Boolean).join(': ')}</p>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** “NIST AI RMF GOVERN 6.1”; a link where there is such a page. */
function NamedRequirement({
  requirement,
  words,
  mayOpen,
}: {
  requirement: string
  words: string
  mayOpen: boolean
}) {
  const ref = requirementRef(requirement)
  const shipped = ref && requirementOf(ref) ? frameworkOf(ref.framework) : undefined
  const text = ref && shipped ? `${shipped.shortName} ${ref.requirement}` : words
  if (!mayOpen || !ref || !(shipped || isId(ref.framework))) return text
  return <a href={requirementHref(ref.framework, ref.requirement)}>{text}</a>
}
