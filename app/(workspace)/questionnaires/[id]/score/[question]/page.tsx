import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Callout } from '#components/ui/callout'
import { Card } from '#components/ui/section'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { type RuleId, ruleOf } from '#lib/law/rules'
import { personChoices } from '#lib/people/directory'
import { draftOf } from '#lib/people/drafts'
import { tallyOf } from '#lib/questionnaires/detail-queries'
import { citationOf } from '../../../../rule-citation.ts'
import { DecisionPage } from '../../../decision-page.tsx'
import { loadQuestionnaire, type QuestionnairePage, questionnaireTitle } from '../../../load-questionnaire.ts'
import { GivenAnswer } from '../../answers.tsx'
import { ScoreForm } from './score-form.tsx'
import '../../../questionnaires.css'

type ScorePageProps = QuestionnairePage<{ question: string }>

/** Days that a gap is given unless somebody says otherwise. */
const USUAL_DAYS = 60

export function generateMetadata(page: ScorePageProps): Promise<Metadata> {
  return questionnaireTitle(page, 'score', ({ ref, vendorName }) => `Look through ${ref} ${vendorName}`)
}

export default async function ScorePage(page: ScorePageProps) {
  const loaded = await loadQuestionnaire(page, 'score')
  const { actor, questionnaire, from, recordHref } = loaded
  const { question: key } = await page.params
  const { items, id, version, senderId, submittedAt, archived } = questionnaire
  const place = items.findIndex(({ question }) => question.key === key)
  const item = items[place]
  if (!item || !submittedAt || archived || item.score?.goesOn) notFound()
  const { question, score } = item
  const draft = await draftOf(actor, `questionnaire/${id}/${key}`)
  const people = await personChoices(actor, {
    stored: [senderId, score?.gapOwnerId ?? null],
    entered: [draft.kept?.values['gapOwnerId']?.[0]],
  })
  const { open } = tallyOf(items)
  const rule = ruleIn(question.rule)
  return (
    <DecisionPage
      loaded={loaded}
      title={question.ask}
      lede={`Question ${place + 1} of ${items.length}, ${open} still to be looked at.`}
    >
      <Card>
        <div className="grid gap-2">
          <GivenAnswer item={item} judged />
        </div>
      </Card>
      {item.worries.length > 0 && score?.outdated ? (
        <Callout tone="attention" title="The answer was changed since somebody looked at it." />
      ) : null}
      <ScoreForm
        hidden={{ id, version: String(version), question: key, from }}
        why={question.why}
        rule={rule ? citationOf(rule) : undefined}
        people={people}
        values={{
          verdict: score?.verdict ?? '',
          note: score?.note ?? '',
          gapOwnerId: score?.gapOwnerId ?? senderId,
          settleBy: score?.settleBy ?? addDays(todayFor(actor), USUAL_DAYS),
        }}
        cancelHref={recordHref}
        draft={draft}
      />
    </DecisionPage>
  )
}

/** The rule behind a question, when this version still knows it. */
function ruleIn(rule: string | null): RuleId | undefined {
  return rule && ruleOf(rule as RuleId).citation ? (rule as RuleId) : undefined
}
