import { paint } from '#components/chart/chart-data'
import { StatusBadge, type Tone } from '#components/ui/badge'
import { type Cover, type CoverCounts, coverStates } from '#lib/frameworks/coverage'
import type { RequirementStatus } from '#lib/law/framework'
import './frameworks.css'

const words: Readonly<Record<keyof CoverCounts, string>> = {
  none: 'no control',
  partly: 'partly',
  covered: 'in place',
  out: 'does not apply',
}

/** Bar and numbers in one order: what is in place first, what does not apply last. */
const inOrder = (['covered', 'partly', 'none', 'out'] as const).flatMap((state) =>
  coverStates.filter(({ value }) => value === state),
)

/** How many requirements are in each state, drawn and in numbers that lead to their rows. */
export function CoverNumbers({ counts, href }: { counts: CoverCounts; href: (state: string) => string }) {
  return (
    <div className="cover">
      <div className="cover-bar" aria-hidden="true">
        {inOrder.map(({ value, tone }) =>
          counts[value] > 0 ? (
            <span
              key={value}
              className={`cover-part is-${value}`}
              style={{ flexGrow: counts[value], color: paint(tone) }}
            />
          ) : null,
        )}
      </div>
      <ul className="cover-numbers">
        {inOrder.map(({ value }) => (
          <li key={value}>
            {counts[value] > 0 ? (
              <a href={href(value)}>
                {counts[value].toLocaleString('en-US')} {words[value]}
              </a>
            ) : (
              <span className="text-muted">0 {words[value]}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How a requirement stands, in a word. */
export function CoverBadge({ cover }: { cover: Cover }) {
  const state = coverStates.find(({ value }) => value === cover.state)
  if (!state) return null
  return (
    <StatusBadge tone={cover.isFailing && cover.state !== 'covered' ? 'danger' : state.tone}>
      {cover.isFailing ? `${state.label}, a test failed` : state.label}
    </StatusBadge>
  )
}

const standings: Readonly<Record<RequirementStatus, { tone: Tone | null; word: string }>> = {
  'in force': { tone: null, word: 'In force' },
  proposed: { tone: 'attention', word: 'Proposed, not in force' },
  guidance: { tone: 'neutral', word: 'Guidance' },
  voluntary: { tone: 'neutral', word: 'Voluntary' },
}

/** How firm a framework or a requirement is. That a law holds carries no tone: it does not say that anybody keeps it. */
export function Standing({ status, isOwn }: { status: RequirementStatus; isOwn?: boolean }) {
  if (isOwn) return <StatusBadge tone="neutral">Your own</StatusBadge>
  const { tone, word } = standings[status]
  return tone ? <StatusBadge tone={tone}>{word}</StatusBadge> : <span className="standing">{word}</span>
}

const designations: Readonly<Record<string, string>> = {
  required: 'Required',
  addressable: 'Addressable',
  standard: 'Standard',
}

/** Whether a requirement of the Security Rule is required or addressable. */
export function Designation({ designation }: { designation: string | undefined }) {
  return designation ? <span className="text-muted">{designations[designation]}</span> : null
}
