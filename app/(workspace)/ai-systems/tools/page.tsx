import type { Metadata } from 'next'
import { StatusBadge, type Tone } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { categories } from '#lib/ai-systems/options'
import { listTools, type ToolRow } from '#lib/ai-systems/queries'
import { formatDay, isDay } from '#lib/base/days'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import '../system.css'

export const metadata: Metadata = { title: 'AI tools' }

export default async function ToolsPage() {
  const actor = await requireActor('ai-system.read-approved')
  const tools = await listTools(actor)
  const asked = tools.filter((tool) => tool.mine)
  const approved = tools.filter((tool) => tool.stage === 'approved' || tool.stage === 'in-use')
  const mayAsk = can(actor, 'ai-system.propose')
  const ask = mayAsk ? (
    <ButtonLink href="/ai-systems/propose" variant="primary" icon="plus">
      Ask for a tool
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        title="AI tools"
        lede="What you may use, and for what. What is not listed here is not approved: please ask first."
        actions={approved.length > 0 ? ask : null}
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
        {approved.length > 0 ? (
          <Section title="Approved tools">
            <ul className="tools">
              {approved.map((tool) => (
                <ApprovedTool key={tool.id} tool={tool} />
              ))}
            </ul>
          </Section>
        ) : (
          <EmptyState title="No tool is approved yet" icon="cpu" actions={ask}>
            Until one is, please use none with patients or their data.
          </EmptyState>
        )}
      </div>
    </>
  )
}

const patientDataWords: Readonly<Record<string, { tone: Tone; says: string }>> = {
  yes: { tone: 'ok', says: 'Patient data may go in, for this purpose' },
  no: { tone: 'danger', says: 'No patient data' },
  unknown: { tone: 'attention', says: 'Patient data: ask first' },
}

function ApprovedTool({ tool }: { tool: ToolRow }) {
  const patientData = patientDataWords[tool.patientData]
  return (
    <li>
      <h3>{tool.name}</h3>
      <p className="text-muted">
        {[optionLabel(categories, tool.category), tool.vendorName].filter(Boolean).join(' · ')}
        {tool.stage === 'approved' ? ' · approved, not in use yet' : null}
      </p>
      {tool.purpose ? <p className="whitespace-pre-line">{tool.purpose}</p> : null}
      {patientData ? (
        <p>
          <StatusBadge tone={patientData.tone}>{patientData.says}</StatusBadge>
        </p>
      ) : null}
    </li>
  )
}

const outcomes: Readonly<Record<string, { tone: Tone; word: string; says: string }>> = {
  proposed: { tone: 'neutral', word: 'Waiting', says: 'Somebody will look at it. Please do not use it yet.' },
  'in-review': {
    tone: 'attention',
    word: 'In review',
    says: 'It is being looked at. Please do not use it yet.',
  },
  approved: { tone: 'ok', word: 'Approved', says: 'You may use it for the purpose below.' },
  'in-use': { tone: 'ok', word: 'Approved', says: 'You may use it for the purpose below.' },
  suspended: { tone: 'danger', word: 'Suspended', says: 'Please stop using it.' },
  retired: { tone: 'danger', word: 'Not approved', says: 'Please do not use it.' },
}

function AskedTool({ tool }: { tool: ToolRow }) {
  const outcome = outcomes[tool.stage]
  return (
    <li>
      <h3>{tool.name}</h3>
      <p className="text-muted">
        {tool.ref}
        {isDay(tool.proposedOn) ? `, asked on ${formatDay(tool.proposedOn)}` : null}
      </p>
      {outcome ? (
        <p>
          <StatusBadge tone={outcome.tone}>{outcome.word}</StatusBadge> {outcome.says}
        </p>
      ) : null}
      {tool.stageReason ? <p>“{tool.stageReason}”</p> : null}
    </li>
  )
}
