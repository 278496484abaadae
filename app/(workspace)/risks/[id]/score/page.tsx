import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Callout } from '#components/ui/callout'
import { Card } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import type { RiskDetail } from '#lib/risks/detail-queries'
import { reviewCadence } from '#lib/risks/due'
import type { Axis, Scale, Step } from '#lib/risks/scale-queries'
import { type Side, sideLabels, sides } from '#lib/risks/scores'
import { type Question, QuestionForm } from '../../../question-form.tsx'
import { scoreAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'
import '../../risks.css'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'keep', ({ title }) => `Score ${title}`)
}

export default async function ScorePage(page: RiskPage) {
  const loaded = await loadRisk(page, 'keep')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived || risk.closedOn) notFound()
  const { standard: months } = reviewCadence(risk.reviewEveryMonths)
  return (
    <DecisionPage
      loaded={loaded}
      title={`Score ${risk.title}`}
      lede={`Likelihood times impact is the score. To score it counts as looking at it: the next look is due ${months === 1 ? 'in a month' : `${months} months`} from today, ${formatDay(todayFor(actor))}.`}
    >
      {risk.acceptedScore === null ? null : (
        <Callout title={`It was accepted at score ${risk.acceptedScore}.`}>
          <p>The acceptance stays when you score it anew, and its page says for which score it was given.</p>
        </Callout>
      )}
      <Card>
        <details>
          <summary>What the steps mean</summary>
          <div className="scale-words">
            <Words title="Likelihood" steps={risk.scale.likelihood} />
            <Words title="Impact" steps={risk.scale.impact} />
          </div>
        </details>
      </Card>
      <QuestionForm
        action={scoreAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        questions={[
          ...sides.flatMap((side) => questionsOf(risk, side)),
          {
            as: 'text',
            name: 'note',
            label: 'Why these numbers?',
            hint: 'What you saw or counted. It stays with the score.',
            limit: 2000,
          },
        ]}
        draft={await draftOf(actor, `risk/${risk.id}/score`)}
        submitLabel="Save the score"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}

const hints: Record<Side, string> = {
  inherent: 'As if nothing were done against it.',
  current: 'With what is done today.',
  target: 'What it should come down to.',
}

function questionsOf(risk: RiskDetail, side: Side): Question[] {
  const of = (axis: Axis, column: `${Side}Likelihood` | `${Side}Impact`): Question => ({
    as: 'select',
    name: column,
    label: `${sideLabels[side]}: ${axis}`,
    ...(axis === 'likelihood' ? { hint: hints[side] } : {}),
    value: String(risk[column] ?? ''),
    options: optionsOf(risk.scale, axis),
    empty: side === 'current' ? 'Choose' : 'Not said',
    required: side === 'current',
  })
  return [of('likelihood', `${side}Likelihood`), of('impact', `${side}Impact`)]
}

const optionsOf = (scale: Scale, axis: Axis) =>
  scale[axis].map(({ level, word }) => ({ value: String(level), label: `${level} ${word}` }))

function Words({ title, steps }: { title: string; steps: readonly Step[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <dl>
        {steps.map(({ level, word, meaning }) => (
          <div key={level}>
            <dt>
              {level} {word}
            </dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
