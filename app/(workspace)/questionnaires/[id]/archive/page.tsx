import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveAction, restoreAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadQuestionnaire, type QuestionnairePage, questionnaireTitle } from '../../load-questionnaire.ts'

export function generateMetadata(page: QuestionnairePage): Promise<Metadata> {
  return questionnaireTitle(page, 'send', ({ ref, archived }) => `${archived ? 'Restore' : 'Archive'} ${ref}`)
}

export default async function ArchivePage(page: QuestionnairePage) {
  const loaded = await loadQuestionnaire(page, 'send')
  const { questionnaire, from, recordHref } = loaded
  const { id, version, ref, archived, duties } = questionnaire
  const hidden = { id, version: String(version), from }
  if (archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${ref}`}>
        <QuestionForm
          action={restoreAction}
          hidden={hidden}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${ref}`}
      lede="For what was sent by mistake, or is not wanted any more."
    >
      <Consequences
        says={[
          'It leaves the register, and its link stops working at once. What was answered stays, and it can be restored.',
          ...(duties.length > 0 ? [`${count(duties.length, 'duty ends', 'duties end')}.`] : []),
        ]}
        changes={{ ends: [], begins: [] }}
      />
      <QuestionForm
        action={archiveAction}
        hidden={hidden}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
