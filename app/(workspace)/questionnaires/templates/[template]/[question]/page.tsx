import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { may } from '#lib/questionnaires/policy'
import { getTemplate } from '#lib/questionnaires/template-queries'
import { TemplateQuestionForm } from '../../question-fields.tsx'
import { saveQuestionAction } from '../../template-actions.ts'

export const metadata: Metadata = { title: 'Question for vendors' }

export default async function TemplateQuestionPage({
  params,
}: {
  params: Promise<{ template: string; question: string }>
}) {
  const actor = await requireActor('questionnaire.template')
  const { template: templateKey, question: key } = await params
  const template = may(actor, 'template') ? await getTemplate(actor, templateKey) : null
  const question = template?.questions.find((one) => one.key === key)
  if (!template || (!question && key !== 'new')) notFound()
  const back = `/questionnaires/templates/${template.key}`
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/questionnaires/templates', label: 'Questions' },
              { href: back, label: template.name },
            ]}
          />
        }
        title={question ? 'Change a question' : 'Add a question'}
        lede={
          question
            ? 'Reword it only while it asks for the same thing: its answers are followed from year to year.'
            : undefined
        }
      />
      <TemplateQuestionForm
        action={saveQuestionAction}
        hidden={{ template: template.key, version: String(template.version), question: question?.key ?? '' }}
        question={question ?? null}
        sections={[...new Set(template.questions.map(({ section }) => section))]}
        submitLabel="Save as a new version"
        cancelHref={back}
        draft={await draftOf(actor, `question-template/${template.key}/${key}`)}
      />
    </>
  )
}
