import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { countLacking } from '#lib/ai-systems/name-owners'
import { systemTable } from '#lib/ai-systems/table'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { personChoices } from '#lib/people/directory'
import { DecisionFrame } from '../../decision-frame.tsx'
import { OwnersForm } from './owners-form.tsx'

export const metadata: Metadata = { title: 'Name owners' }

export default async function OwnersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('ai-system.edit')
  const state = { ...parseListState(systemTable, await searchParams), page: 1, archived: false }
  const list = listQuery(systemTable, state)
  const [lacking, people] = await Promise.all([countLacking(actor, state), personChoices(actor)])
  const backHref = `${systemTable.path}${list}`
  const isWhole = state.search === '' && Object.keys(state.filters).length === 0
  return (
    <DecisionFrame
      crumbs={[{ href: backHref, label: 'AI systems' }]}
      title="Name owners"
      lede={`For ${isWhole ? 'all AI systems' : 'the AI systems that your search and filters show'}: what is due for a system lands with its owner.`}
    >
      {lacking.owner + lacking.backup === 0 ? (
        <EmptyState
          title="Each of them has an owner and a backup"
          icon="checkCircle"
          actions={<ButtonLink href={backHref}>Back to the list</ButtonLink>}
        />
      ) : (
        <OwnersForm
          list={list}
          people={people}
          lacksOwner={count(lacking.owner, 'AI system has no owner', 'AI systems have no owner')}
          lacksBackup={count(lacking.backup, 'AI system has no backup', 'AI systems have no backup')}
          backHref={backHref}
        />
      )}
    </DecisionFrame>
  )
}
