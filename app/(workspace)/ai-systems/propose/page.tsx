import type { Metadata } from 'next'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { draftOf } from '#lib/people/drafts'
import { askForToolAction } from './ask-action.ts'
import { ProposeForm } from './propose-form.tsx'

export const metadata: Metadata = { title: 'Ask for a tool' }

export default async function ProposePage() {
  const actor = await requireActor('ai-system.propose')
  return (
    <>
      <PageHeader
        title="Ask for a tool"
        lede="Three questions. Somebody looks at it within a month, and you see here what becomes of it."
      />
      <ProposeForm action={askForToolAction} draft={await draftOf(actor, 'ai-system/propose')} />
    </>
  )
}
