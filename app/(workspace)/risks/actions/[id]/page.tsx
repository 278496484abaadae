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
import { actionToDo } from '#lib/risks/detail-queries'
import { QuestionForm } from '../../../question-form.tsx'
import { settleActionAction } from '../../actions.ts'

export const metadata: Metadata = { title: 'Finish an action' }

export default async function FinishActionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('risk.keep-own')
  const action = await actionToDo(actor, (await params).id)
  if (!action) notFound()
  const { id, riskId, riskRef, riskTitle } = action
  const back = action.isReadable ? `/risks/${riskId}` : '/'
  const way = { href: back, label: action.isReadable ? `${riskRef} ${riskTitle}` : 'My work' }
  return (
    <>
      <PageHeader crumbs={<Breadcrumbs crumbs={[way]} />} title="Finish an action" lede={action.title} />
      <div className="grid gap-6">
        <Card>
          <DescriptionList
            facts={[
              { label: 'Against the risk', value: riskTitle },
              { label: 'Due', value: formatDay(action.dueOn) },
              { label: 'Who does it', value: action.ownerName ?? 'The risk’s owner' },
            ]}
          />
        </Card>
        {action.over ? (
          <Callout title="Nothing is left to do here." actions={<ButtonLink href={back}>Go back</ButtonLink>}>
            <p>It is done or dropped, or its risk is closed or archived.</p>
          </Callout>
        ) : (
          <QuestionForm
            action={settleActionAction}
            hidden={{ actionId: id }}
            questions={[
              {
                as: 'choice',
                name: 'how',
                label: 'What became of it?',
                value: 'done',
                options: [
                  { value: 'done', label: 'It is done' },
                  { value: 'dropped', label: 'It is not done any more' },
                ],
                required: true,
              },
              {
                as: 'text',
                name: 'outcome',
                label: 'What came of it?',
                hint: 'What is different now, or why it is dropped. This stays with the risk.',
                limit: 2000,
                required: true,
              },
            ]}
            draft={await draftOf(actor, `risk/action/${id}`)}
            submitLabel="Record it"
            cancelHref={back}
          />
        )}
      </div>
    </>
  )
}
