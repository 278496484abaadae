import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { behindRequirement } from '#lib/flows/behind-requirement'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { DecisionFrame } from '../../../../decision-frame.tsx'
import { QuestionForm } from '../../../../question-form.tsx'
import { leaveOutAction, takeInAction } from '../../../actions.ts'
import { frameworkHref, partOf, requirementHref } from '../../../addresses.ts'

export const metadata: Metadata = { title: 'Does it apply?' }

const weight: Readonly<Record<string, string>> = {
  required:
    'It is required: it applies to nearly every practice. Say which part of it there is nothing of here, and why.',
  addressable:
    'Addressable is not optional: say why it is not reasonable and appropriate here, and what you do instead that serves the same end.',
  voluntary: 'You follow this by choice. Say why this part of it is not for you.',
  proposed: 'It is only proposed, and counts for nothing.',
}

export default async function ScopePage({
  params,
}: {
  params: Promise<{ framework: string; requirement: string }>
}) {
  const actor = await requireActor('requirement.scope')
  const { framework: key, requirement: id } = await params
  const found = canAt(actor, 'requirement.scope', [])
    ? await behindRequirement(actor, partOf(key), partOf(id))
    : null
  if (!found || found.framework.own?.archived) notFound()
  const { framework, requirement, out, force } = found
  const href = requirementHref(framework.key, requirement.id)
  const hidden = { framework: framework.key, requirement: requirement.id }
  const crumbs = [
    { href: frameworkHref(framework.key), label: framework.shortName },
    { href, label: requirement.id },
  ]
  return (
    <DecisionFrame
      crumbs={crumbs}
      title={out ? 'Does it apply after all?' : 'Does it apply to this practice?'}
      lede={`${requirement.id} ${requirement.title}`}
    >
      <Card>
        <p>{requirement.says || 'Only its id and title may be shown here.'}</p>
        <p className="text-muted">{requirement.citation}</p>
      </Card>
      {out ? (
        <QuestionForm
          action={takeInAction}
          hidden={hidden}
          questions={[]}
          submitLabel="It applies again"
          cancelHref={href}
        />
      ) : (
        <QuestionForm
          action={leaveOutAction}
          hidden={hidden}
          questions={[
            {
              as: 'text',
              name: 'reason',
              label: 'Why does it not apply?',
              hint: weight[force] ?? '',
              limit: 2000,
              required: true,
            },
          ]}
          draft={await draftOf(actor, `scope/${framework.key}/${requirement.id}`.slice(0, 190))}
          submitLabel="It does not apply"
          cancelHref={href}
        />
      )}
    </DecisionFrame>
  )
}
