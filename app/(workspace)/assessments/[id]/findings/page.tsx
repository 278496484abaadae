import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import type { FindingRisk, Item } from '#lib/assessments/item'
import { type AnswerValue, wanting } from '#lib/assessments/options'
import { may } from '#lib/assessments/policy'
import { canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { DecisionPage } from '../../decision-page.tsx'
import { AnswerBadge } from '../../given-answers.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { RiskButton } from '../../risk-button.tsx'
import { riskHref } from '../../risk-href.ts'
import { sourceOf } from '../../shown-question.ts'
import { maySignIt } from '../standing.ts'
import '../../assessments.css'

const gravest: readonly AnswerValue[] = ['no', 'not-given', 'partly']

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ title }) => `Findings of ${title}`)
}

export default async function FindingsPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment, from, recordHref } = loaded
  const { id, items, state, archived } = assessment
  const found = items
    .filter(({ given, skipped }) => skipped === null && given && wanting.includes(given.answer))
    .toSorted((one, other) => gravity(one) - gravity(other))
  const risks = Map.groupBy(assessment.findings, ({ question }) => question)
  const mayMake = may(actor, 'edit', assessment) && !archived
  const mayScore = canAt(actor, 'risk.edit', assessment.siteIds)
  const isReady =
    state === 'open' &&
    !archived &&
    maySignIt(actor, assessment) &&
    assessment.progress.every(({ asked, answered }) => answered >= asked)
  const mayAnswer = mayMake && state === 'open'
  return (
    <DecisionPage
      loaded={loaded}
      title="Findings"
      lede="Every answer that wants something done, the plain noes first. Made a risk, it gets a score, an owner, a plan and a date. Leave what you do not want to follow: it stays in the report as answered."
    >
      {found.length === 0 ? (
        <EmptyState title="No finding" icon="checkCircle">
          Answers such as “no” and “partly” stand here, each to be made a risk in one step.
        </EmptyState>
      ) : (
        <ul className="findings">
          {found.map((item) => (
            <li key={item.key}>
              <div>
                <p>
                  <AnswerBadge answer={item.given?.answer ?? ''} /> <strong>{item.title}.</strong> {item.text}
                </p>
                {item.given?.note ? <p className="asked-note">{item.given.note}</p> : null}
                <p className="text-muted">{sourceOf(item)}</p>
                <Made risks={risks.get(item.key) ?? []} />
              </div>
              <div className="actions">
                {mayMake && (risks.get(item.key) ?? []).every(({ closed }) => closed) ? (
                  <RiskButton id={id} question={item.key} title={item.title} />
                ) : null}
                {mayScore ? <ScoreLinks risks={risks.get(item.key) ?? []} /> : null}
                {mayAnswer ? (
                  <a href={withReturn(`/assessments/${id}/answer/${item.key}`, from)}>
                    Look at the answer<span className="sr-only">: {item.title}</span>
                  </a>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        {isReady ? (
          <ButtonLink href={withReturn(`/assessments/${id}/sign`, from)} variant="primary">
            Freeze and sign
          </ButtonLink>
        ) : null}
        <ButtonLink href={recordHref}>Back to the assessment</ButtonLink>
      </p>
    </DecisionPage>
  )
}

/** The place of its answer among those that want something done. */
const gravity = ({ given }: Item) => gravest.indexOf(given?.answer ?? 'partly')

function ScoreLinks({ risks }: { risks: readonly FindingRisk[] }) {
  return risks
    .filter(({ closed, currentScore }) => !closed && currentScore === null)
    .map(({ riskId, ref }) => (
      <ButtonLink key={riskId} href={`${riskHref(riskId)}/score`} size="small">
        Score {ref}
      </ButtonLink>
    ))
}

function Made({ risks }: { risks: readonly FindingRisk[] }) {
  return risks.map(({ riskId, ref, title, currentScore, closed }) => (
    <p key={riskId}>
      Became <a href={riskHref(riskId)}>{`${ref} ${title}`}</a>
      {closed ? ', closed' : currentScore === null ? ', not scored yet' : `, score ${currentScore}`}
    </p>
  ))
}
