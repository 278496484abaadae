import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import '../../../import.css'
import { requireBatch } from '../../../registers.ts'
import { ImportSteps } from '../../../steps.tsx'
import { WordsForm } from './words-form.tsx'

export const metadata: Metadata = { title: 'Match the words' }

export default async function WordsPage({ params }: { params: Promise<{ kind: string; batch: string }> }) {
  const { kind, batch: id } = await params
  const { register, actor, batch } = await requireBatch(kind, id)
  const view = await register.importViews.words(actor, id)
  if (!view) notFound()
  const { lists, held } = view
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
        lede={`${batch.fileName} has words of its own for things that have another name here. Say what they mean; our guesses stand first.`}
      />
      <ImportSteps current="Words" />
      <div className="grid grid-cols-1 gap-6">
        {held.rows > 0 ? (
          <Callout
            tone="attention"
            title={`${count(held.rows, 'row stays', 'rows stay')} out until ${count(held.words, 'word is', 'words are')} decided.`}
          >
            <p>
              The words are marked “Not decided” below. A row whose record says the very same already is not
              held back.
            </p>
          </Callout>
        ) : null}
        <WordsForm kind={kind} id={id} lists={lists} />
      </div>
    </>
  )
}
