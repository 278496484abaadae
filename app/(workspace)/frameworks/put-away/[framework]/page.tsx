import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { getFramework } from '#lib/frameworks/queries'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { frameworkHref, partOf } from '../../addresses.ts'
import { archiveFrameworkAction, restoreFrameworkAction } from '../../own/own-actions.ts'

export const metadata: Metadata = { title: 'Put a framework away, or bring it back' }

const away = {
  lede: 'For what you no longer hold yourself to. For a newer edition, bring that in instead.',
  consequences: [
    'It leaves the list of frameworks, the counts and the gaps.',
    'It stays to be read, and controls go on naming it. Nothing is deleted.',
  ],
  submit: 'Put it away',
}
const back = {
  lede: 'For what you hold yourself to again.',
  consequences: [
    'It is in the list of frameworks, and counts as it did before it was put away.',
    'What a newer edition took over from it stays there.',
  ],
  submit: 'Bring it back',
}

export default async function PutAwayPage({ params }: { params: Promise<{ framework: string }> }) {
  const actor = await requireActor('framework.import')
  const framework = canAt(actor, 'framework.import', [])
    ? await getFramework(actor, partOf((await params).framework))
    : null
  if (!framework?.own) notFound()
  const isAway = framework.own.archived
  const words = isAway ? back : away
  const href = frameworkHref(framework.key)
  return (
    <DecisionFrame
      crumbs={[
        { href: '/frameworks', label: 'Frameworks' },
        { href, label: framework.name },
      ]}
      title={isAway ? `Bring ${framework.name} back` : `Put ${framework.name} away`}
      lede={words.lede}
    >
      <Card>
        <h2>What will happen</h2>
        <ul className="consequences">
          {words.consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
      </Card>
      <QuestionForm
        action={isAway ? restoreFrameworkAction : archiveFrameworkAction}
        hidden={{ id: framework.key }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel={words.submit}
        danger={!isAway}
        cancelHref={href}
      />
    </DecisionFrame>
  )
}
