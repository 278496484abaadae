import type { Metadata } from 'next'
import { Callout } from '#components/ui/callout'
import { personChoices } from '#lib/people/directory'
import { draftOf } from '#lib/people/drafts'
import { editAction } from '../../actions.ts'
import { AssessmentForm } from '../../assessment-form.tsx'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'edit', ({ title }) => `Edit ${title}`)
}

export default async function EditAssessmentPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'edit')
  const { actor, assessment, from, recordHref } = loaded
  const { id, title, scope, dueOn, ownerId, backupId, version, archived, state } = assessment
  const draft = await draftOf(actor, `assessment/${id}`)
  const people = await personChoices(actor, {
    stored: [ownerId, backupId],
    entered: [draft.kept?.values.ownerId?.[0], draft.kept?.values.backupId?.[0]],
  })
  return (
    <DecisionPage loaded={loaded} title={`Edit ${title}`}>
      {archived ? (
        <Callout title="It is archived.">
          <p>Restore it first, then change it.</p>
        </Callout>
      ) : (
        <>
          {state === 'signed' ? (
            <Callout title="It is signed: only who answers for it can change.">
              <p>Name, scope and day stand in the copy that was signed.</p>
            </Callout>
          ) : null}
          <AssessmentForm
            action={editAction}
            hidden={{ id, version: String(version), from }}
            values={{
              title: [title],
              scope: [scope],
              dueOn: [dueOn],
              ownerId: [ownerId ?? ''],
              backupId: [backupId ?? ''],
            }}
            people={people}
            draftKey={draft.form}
            draft={draft.kept}
            submitLabel="Save"
            cancelHref={recordHref}
          />
        </>
      )}
    </DecisionPage>
  )
}
