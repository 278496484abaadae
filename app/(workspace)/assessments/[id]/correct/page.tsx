import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { QuestionForm } from '../../../question-form.tsx'
import { correctAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'edit', ({ title }) => `Correct ${title}`)
}

export default async function CorrectPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'edit')
  const { assessment, from, recordHref } = loaded
  const { id, title, version, state, archived, successor, copies } = assessment
  return (
    <DecisionPage loaded={loaded} title={`Correct ${title}`}>
      {state === 'open' || archived || successor ? (
        <Callout
          title={
            successor
              ? `${successor.ref} follows it: what is wrong is put right there.`
              : archived
                ? 'It is archived.'
                : 'It is open: it can be changed as it is.'
          }
          actions={<ButtonLink href={recordHref}>Back to the assessment</ButtonLink>}
        />
      ) : (
        <>
          <Callout title={`Copy ${copies[0]?.number ?? 1} stays as it was signed.`}>
            <p>
              The assessment opens again with all its answers. When it is signed anew, that makes copy{' '}
              {(copies[0]?.number ?? 1) + 1}, with your reason in it.
            </p>
          </Callout>
          <QuestionForm
            action={correctAction}
            hidden={{ id, version: String(version), from }}
            questions={[
              {
                as: 'text',
                name: 'reason',
                label: 'What has to be corrected, and why?',
                limit: 1000,
                required: true,
              },
            ]}
            submitLabel="Open it again"
            cancelHref={recordHref}
          />
        </>
      )}
    </DecisionPage>
  )
}
