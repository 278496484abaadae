import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { PageHeader, Section } from '#components/ui/section'
import { type Tool, toolsPage, toolsPerPage } from '#lib/ai-systems/tool-queries'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { AskedTool, UsableTool } from './tool-item.tsx'
import { ToolSearch } from './tool-search.tsx'
import '../system.css'
import './tools.css'

export const metadata: Metadata = { title: 'AI tools' }

const path = '/ai-systems/tools'

function first(value: SearchParams[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

function pageHref(words: string, page: number): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `${path}?${query}` : path
}

export default async function ToolsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('ai-system.read-approved')
  const query = await searchParams
  const words = first(query.q).trim().slice(0, 200)
  const wanted = /^[1-9]\d{0,3}$/.test(first(query.page)) ? Number(first(query.page)) : 1
  const { asked, tools, total, all } = await toolsPage(actor, { words, page: wanted })
  if (tools.length === 0 && wanted > 1) redirect(pageHref(words, 1))
  const ask = can(actor, 'ai-system.propose') ? (
    <ButtonLink href="/ai-systems/propose" variant="primary" icon="plus">
      Ask for a tool
    </ButtonLink>
  ) : null
  const approved = tools.filter(({ use }) => use !== 'unchecked')
  const unchecked = tools.filter(({ use }) => use === 'unchecked')
  const start = (wanted - 1) * toolsPerPage
  const place = `${start + 1}–${start + tools.length} of ${total.toLocaleString('en-US')}`
  return (
    <>
      <PageHeader
        title="AI tools"
        lede="What is approved here, and for what. For anything else, please ask first."
        actions={all > 0 ? ask : null}
      />
      <div className="grid gap-8">
        {asked.length > 0 ? (
          <Section title="What you asked for">
            <ul className="tools">
              {asked.map((tool) => (
                <AskedTool key={tool.id} tool={tool} />
              ))}
            </ul>
          </Section>
        ) : null}
        {all > toolsPerPage || words ? <ToolSearch path={path} words={words} total={total} /> : null}
        <Tools title="Approved tools" lede="Looked at and approved in this practice." tools={approved} />
        <Tools
          title="On our list, not checked here yet"
          lede="These came from a list. Nobody here has approved them yet, so please put no patient data in."
          tools={unchecked}
        />
        {total > tools.length ? (
          <Pagination
            summary={place}
            previous={wanted > 1 ? pageHref(words, wanted - 1) : undefined}
            next={start + tools.length < total ? pageHref(words, wanted + 1) : undefined}
          />
        ) : null}
        {all === 0 ? (
          <EmptyState title="No tool is approved yet" icon="cpu" actions={ask}>
            Until one is, please use none with patients or their data.
          </EmptyState>
        ) : null}
      </div>
    </>
  )
}

function Tools({ title, lede, tools }: { title: string; lede: string; tools: readonly Tool[] }) {
  if (tools.length === 0) return null
  return (
    <Section title={title} lede={lede}>
      <ul className="tools">
        {tools.map((tool) => (
          <UsableTool key={tool.id} tool={tool} />
        ))}
      </ul>
    </Section>
  )
}
