import { StatusBadge, type Tone } from '#components/ui/badge'
import { Icon } from '#components/ui/icon'
import { categories } from '#lib/ai-systems/options'
import type { Tool } from '#lib/ai-systems/tool-queries'
import type { ToolUse } from '#lib/ai-systems/tool-use'
import { formatDay, isDay } from '#lib/base/days'
import { shorten } from '#lib/base/text'
import { answers } from '#lib/kernel/answers'
import { optionLabel } from '#lib/kernel/table'

const useWords: Readonly<Record<ToolUse, { tone: Tone; says: string }>> = {
  'patient-data': { tone: 'ok', says: 'Patient data may go in, for this purpose' },
  'let-through': {
    tone: 'attention',
    says: 'Patient data may go in, for now',
  },
  'no-patient-data': { tone: 'neutral', says: 'No patient data' },
  ask: { tone: 'attention', says: 'Patient data: ask first' },
  unchecked: { tone: 'danger', says: 'Not checked here yet: no patient data' },
}

/** A tool that is approved or in use: what for, and whether patient data may go in. */
export function UsableTool({ tool }: { tool: Tool }) {
  const { tone, says } = useWords[tool.use]
  return (
    <li>
      <h3>{tool.name}</h3>
      <p className="text-muted">
        {[optionLabel(categories, tool.category), tool.vendorName].filter(Boolean).join(' · ')}
        {tool.stage === 'approved' ? ' · not in use yet' : null}
      </p>
      {tool.purpose ? (
        <Purpose text={tool.purpose} />
      ) : (
        <p className="text-muted">What for is not written down yet.</p>
      )}
      <p>
        <StatusBadge tone={tone}>{says}</StatusBadge>
      </p>
    </li>
  )
}

const shortPurpose = 240

/** What it is for: the beginning, and the rest on demand. */
function Purpose({ text }: { text: string }) {
  if (text.length <= shortPurpose) return <p className="whitespace-pre-line">{text}</p>
  return (
    <>
      <p>{shorten(text, shortPurpose)}</p>
      <details className="cite">
        <summary>
          <Icon name="chevronRight" />
          The whole purpose
        </summary>
        <p className="cite-body whitespace-pre-line">{text}</p>
      </details>
    </>
  )
}

const outcomes: Readonly<Record<string, { tone: Tone; word: string; says: string }>> = {
  proposed: { tone: 'neutral', word: 'Waiting', says: 'Somebody will look at it. Please do not use it yet.' },
  'in-review': {
    tone: 'attention',
    word: 'In review',
    says: 'It is being looked at. Please do not use it yet.',
  },
  approved: {
    tone: 'ok',
    word: 'Approved',
    says: 'You may use it for its purpose; it is among the tools below.',
  },
  'in-use': {
    tone: 'ok',
    word: 'Approved',
    says: 'You may use it for its purpose; it is among the tools below.',
  },
  'suspended-pending': {
    tone: 'danger',
    word: 'Suspended',
    says: 'Please stop using it: an agreement that it needs is missing.',
  },
  suspended: { tone: 'danger', word: 'Suspended', says: 'Please stop using it.' },
  retired: { tone: 'danger', word: 'Not approved', says: 'Please do not use it.' },
}
const notHere = {
  tone: 'attention',
  word: 'Not checked here yet',
  says: 'Please put no patient data in.',
} as const

/** What became of something the reader asked for. */
export function AskedTool({ tool }: { tool: Tool }) {
  const isUsed = tool.stage === 'approved' || tool.stage === 'in-use'
  const outcome = isUsed && tool.use === 'unchecked' ? notHere : outcomes[tool.stage]
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
      {tool.purpose ? <Purpose text={tool.purpose} /> : null}
      <p className="text-muted">Would patient data go in? {optionLabel(answers, tool.patientData)}.</p>
      {tool.stageReason ? <p>“{shorten(tool.stageReason, shortPurpose)}”</p> : null}
    </li>
  )
}
