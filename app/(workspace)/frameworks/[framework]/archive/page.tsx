import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { getFramework } from '#lib/frameworks/queries'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { frameworkHref, partOf } from '../../addresses.ts'
import { archiveFrameworkAction } from '../../own/own-actions.ts'

export const metadata: Metadata = { title: 'Put the framework away' }

export default async function ArchiveFrameworkPage({ params }: { params: Promise<{ framework: string }> }) {
  const actor = await requireActor('framework.import')
  const framework = canAt(actor, 'framework.import', [])
    ? await getFramework(actor, partOf((await params).framework))
    : null
  if (!framework?.own || framework.own.archived) notFound()
  const href = frameworkHref(framework.key)
  return (
    <DecisionFrame
      crumbs={[
        { href: '/frameworks', label: 'Frameworks' },
        { href, label: framework.name },
      ]}
      title={`Put ${framework.name} away`}
      lede="For what you no longer hold yourself to. For a newer edition, bring that in instead."
    >
      <Card>
        <h2>What will happen</h2>
        <ul className="consequences">
          <li>It leaves the list of frameworks, the counts and the gaps.</li>
          <li>It stays to be read, and controls go on naming it. Nothing is deleted.</li>
        </ul>
      </Card>
      <QuestionForm
        action={archiveFrameworkAction}
        hidden={{ id: framework.key }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Put it away"
        danger
        cancelHref={href}
      />
    </DecisionFrame>
  )
}
