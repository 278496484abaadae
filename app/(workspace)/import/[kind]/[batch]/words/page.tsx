import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import '../../../import.css'
import { requireBatch } from '../../../registers.ts'
import { ImportSteps } from '../../../steps.tsx'
import { WordsForm } from './words-form.tsx'

export const metadata: Metadata = { title: 'Match the words' }

export default async function WordsPage({ params }: { params: Promise<{ kind: string; batch: string }> }) {
  const { kind, batch: id } = await params
  const { register, actor, batch } = await requireBatch(kind, id)
  const lists = await register.importViews.words(actor, id)
  if (!lists) notFound()
  const { table } = register.record
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/import', label: 'Import' },
              { href: `/import/${kind}`, label: `Bring in ${table.many}` },
              { href: `/import/${kind}/${id}/columns`, label: 'Match the columns' },
            ]}
          />
        }
        title="Match the words"
        lede={`${batch.fileName} has words of its own for things that we choose from a list. Say what they mean here; what is not decided keeps its rows out.`}
      />
      <ImportSteps current="Words" />
      <WordsForm kind={kind} id={id} lists={lists} />
    </>
  )
}
