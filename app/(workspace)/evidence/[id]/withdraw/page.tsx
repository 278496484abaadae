import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { withdrawAction } from '../../actions.ts'
import { draftKeys } from '../../draft-keys.ts'
import { type FilePage, loadFile } from '../../load-file.tsx'

export const metadata: Metadata = { title: 'Withdraw a file' }

export default async function WithdrawFilePage(page: FilePage) {
  const { actor, file, record, mayWithdraw, crumbs } = await loadFile(page, 'evidence.withdraw')
  if (!mayWithdraw || file.withdrawn) notFound()
  return (
    <>
      <PageHeader
        title={`Withdraw “${file.title}”`}
        lede={`It no longer counts as evidence for ${record.label}. It is not deleted: the list goes on saying that it was there, who withdrew it and why, and only those who may withdraw files can still open it.${file.validUntil ? ' Nobody is asked to renew it any more.' : ''}`}
        crumbs={crumbs}
      />
      <QuestionForm
        action={withdrawAction}
        hidden={{ id: file.id }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Withdraw the file"
        danger
        draft={await draftOf(actor, draftKeys.withdraw(file.id))}
        cancelHref={`/evidence/${file.id}/view`}
      />
    </>
  )
}
