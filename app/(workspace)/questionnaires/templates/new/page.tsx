import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { may } from '#lib/questionnaires/policy'
import { TemplateQuestionForm } from '../question-fields.tsx'
import { newTemplateAction } from '../template-actions.ts'

export const metadata: Metadata = { title: 'Write your own questions' }

export default async function NewTemplatePage() {
  const actor = await requireActor('questionnaire.template')
  if (!may(actor, 'template')) notFound()
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/questionnaires/templates', label: 'Questions' }]} />}
        title="Write your own questions"
        lede="A name and the first question are enough to begin."
      />
      <TemplateQuestionForm
        action={newTemplateAction}
        hidden={{}}
        question={null}
        sections={['Your company', 'Our patients’ data', 'Security', 'The AI in it', 'When something stops']}
        named
        submitLabel="Save"
        cancelHref="/questionnaires/templates"
        draft={await draftOf(actor, 'question-template/new')}
      />
    </>
  )
}
