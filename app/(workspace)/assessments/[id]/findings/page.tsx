import type { Metadata } from 'next'
import { EmptyState } from '#components/ui/empty-state'
import type { FindingRisk } from '#lib/assessments/item'
import { wanting } from '#lib/assessments/options'
import { may } from '#lib/assessments/policy'
import { withReturn } from '#lib/kernel/list-return'
import { DecisionPage } from '../../decision-page.tsx'
import { AnswerBadge } from '../../given-answers.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { RiskButton } from '../../risk-button.tsx'
import { riskHref } from '../../risk-href.ts'
import { sourceOf } from '../../shown-question.ts'
import '../../assessments.css'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ title }) => `Findings of ${title}`)
}

export default async function FindingsPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment, from } = loaded
  const { id, items, state, archived } = assessment
  const found = items.filter(
    ({ given, skipped }) => skipped === null && given && wanting.includes(given.answer),
  )
  const risks = Map.groupBy(assessment.findings, ({ question }) => question)
  const mayMake = may(actor, 'edit', assessment) && !archived
  const mayAnswer = mayMake && state === 'open'
  return (
    <DecisionPage
      loaded={loaded}
      title="Findings"
      lede="Every answer that wants something done. Made a risk, it gets a score, an owner, a plan and a date."
    >
      {found.length === 0 ? (
        <EmptyState title="No finding" icon="checkCircle">
          Answers such as “no” and “partly” stand here, each to be made a risk in one step.
        </EmptyState>
      ) : (
        <ul className="findings">
          {found.map((item) => (
            <li key={item.key}>
              <AnswerBadge answer={item.given?.answer ?? ''} />
              <span>
                <strong>{item.title}.</strong> {item.text}
              </span>
              <span className="text-muted">{sourceOf(item)}</span>
              {item.given?.note ? <span className="asked-note">{item.given.note}</span> : null}
              <Made risks={risks.get(item.key) ?? []} />
              {mayMake && (risks.get(item.key) ?? []).every(({ closed }) => closed) ? (
                <RiskButton id={id} question={item.key} title={item.title} />
              ) : null}
              {mayAnswer ? (
                <a href={withReturn(`/assessments/${id}/answer/${item.key}`, from)}>Look at the answer</a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </DecisionPage>
  )
}

function Made({ risks }: { risks: readonly FindingRisk[] }) {
  return risks.map(({ riskId, ref, title, currentScore, closed }) => (
    <span key={riskId}>
      Became <a href={riskHref(riskId)}>{`${ref} ${title}`}</a>
      {closed ? ', closed' : currentScore === null ? ', not scored yet' : `, score ${currentScore}`}
    </span>
  ))
}
