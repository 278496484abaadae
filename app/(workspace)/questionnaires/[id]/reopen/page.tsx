import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { reopenAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadQuestionnaire, type QuestionnairePage, questionnaireTitle } from '../../load-questionnaire.ts'

export function generateMetadata(page: QuestionnairePage): Promise<Metadata> {
  return questionnaireTitle(page, 'send', ({ ref }) => `Open ${ref} again`)
}

export default async function ReopenPage(page: QuestionnairePage) {
  const loaded = await loadQuestionnaire(page, 'send')
  const { actor, questionnaire, from, recordHref } = loaded
  const { id, version, submittedAt, archived, next, link, contactName } = questionnaire
  if (!submittedAt || archived || next) notFound()
  const answerBy = addDays(todayFor(actor), 14)
  return (
    <DecisionPage loaded={loaded} title="Open it again for changes">
      <Consequences
        says={[
          `${contactName} can change the answers and has to sign again.`,
          'Every answer that was saved stays in the record. What you thought of an answer holds until it changes.',
          link?.works
            ? 'The link that they have works.'
            : 'The link that they had does not work any more: make another one after this.',
        ]}
        changes={{
          ends: [],
          begins: [
            {
              key: 'answers',
              title: 'Get the vendor’s answers',
              sinceOn: answerBy,
              dueOn: answerBy,
              harm: 2,
            },
          ],
        }}
      />
      <QuestionForm
        action={reopenAction}
        hidden={{ id, version: String(version), from }}
        questions={[
          { as: 'day', name: 'answerBy', label: 'Answer by', value: answerBy, required: true },
          { as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true },
        ]}
        submitLabel="Open it again"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
