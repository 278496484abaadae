import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { gapToSettle } from '#lib/questionnaires/gap-queries'
import { QuestionForm } from '../../../question-form.tsx'
import { settleAction } from '../../actions.ts'

export const metadata: Metadata = { title: 'Settle a gap' }

export default async function GapPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('questionnaire.settle-own')
  const gap = await gapToSettle(actor, (await params).id)
  if (!gap) notFound()
  const back = gap.isReadable ? `/questionnaires/${gap.questionnaireId}` : '/'
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              gap.isReadable
                ? { href: back, label: `${gap.ref} ${gap.vendorName}` }
                : { href: '/', label: 'My work' },
            ]}
          />
        }
        title="Settle a gap"
        lede={`Of ${gap.vendorName}, in ${gap.ref}.`}
      />
      <div className="grid gap-6">
        <Card>
          <DescriptionList
            facts={[
              { label: 'Asked', value: gap.ask },
              {
                label: 'Answer',
                value: [gap.answer, gap.answerNote && `“${gap.answerNote}”`].filter(Boolean).join(' '),
              },
              { label: 'What is missing', value: gap.missing },
              { label: 'By', value: gap.settleBy ? formatDay(gap.settleBy) : '' },
              { label: 'Who settles it', value: gap.ownerName ?? '' },
            ]}
          />
        </Card>
        {gap.over ? (
          <Callout title="Nothing is left to do here." actions={<ButtonLink href={back}>Go back</ButtonLink>}>
            <p>It was settled, goes on in the next questionnaire, or its questionnaire is archived.</p>
          </Callout>
        ) : (
          <QuestionForm
            action={settleAction}
            hidden={{ gapId: gap.id, back: gap.isReadable ? 'yes' : '' }}
            questions={[
              {
                as: 'text',
                name: 'how',
                label: 'How was it settled?',
                hint: 'What the vendor changed, or what you do instead. This stays in the record.',
                limit: 2000,
                required: true,
              },
            ]}
            submitLabel="It is settled"
            cancelHref={back}
            draft={await draftOf(actor, `questionnaire/gap/${gap.id}`)}
          />
        )}
      </div>
    </>
  )
}
