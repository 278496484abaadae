import type { Metadata } from 'next'
import { Callout } from '#components/ui/callout'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveAction, restoreAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(
    page,
    'archive',
    ({ title, archived }) => `${archived ? 'Restore' : 'Archive'} ${title}`,
  )
}

export default async function ArchiveAssessmentPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'archive')
  const { assessment, from, recordHref } = loaded
  const { id, title, version, archived } = assessment
  const form = { hidden: { id, version: String(version), from }, cancelHref: recordHref }
  return archived ? (
    <DecisionPage loaded={loaded} title={`Restore ${title}`}>
      <QuestionForm {...form} action={restoreAction} questions={[]} submitLabel="Restore" />
    </DecisionPage>
  ) : (
    <DecisionPage loaded={loaded} title={`Archive ${title}`} lede="For what was started by mistake or twice.">
      <Callout title="It leaves the register, and its duties end.">
        <p>Its answers and its signed copies stay as they are. It can be restored at any time.</p>
      </Callout>
      <QuestionForm
        {...form}
        action={archiveAction}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
      />
    </DecisionPage>
  )
}
