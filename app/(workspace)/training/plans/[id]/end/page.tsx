import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { draftOf } from '#lib/people/drafts'
import { Consequences, DecisionFrame } from '../../../../decision-frame.tsx'
import { QuestionForm } from '../../../../question-form.tsx'
import { endPlanAction } from '../../actions.ts'
import { loadPlan, type PlanPage, planCrumbs } from '../../load-plan.ts'

export const metadata: Metadata = { title: 'End a plan' }

export default async function EndPlanPage(page: PlanPage) {
  const { actor, plan } = await loadPlan(page)
  const { id, name, version, next, opened } = plan
  return (
    <DecisionFrame
      crumbs={[...planCrumbs, { href: `/training/plans/${id}`, label: name }]}
      title={`End ${name}`}
    >
      <Consequences
        says={[
          'No more campaigns are made of it. It cannot begin again; another plan can.',
          `${count(next.length, 'campaign')} ahead ${next.length === 1 ? 'leaves' : 'leave'} the register, with ${next.length === 1 ? 'its duty' : 'their duties'}.`,
          `${count(opened, 'campaign')} that opened ${opened === 1 ? 'stays' : 'stay'} as ${opened === 1 ? 'it is' : 'they are'}.`,
        ]}
        changes={{ ends: [], begins: [] }}
      />
      <QuestionForm
        action={endPlanAction}
        hidden={{ id, version: String(version) }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="End the plan"
        danger
        cancelHref={`/training/plans/${id}`}
        draft={await draftOf(actor, `training-plan/${id}/end`)}
      />
    </DecisionFrame>
  )
}
