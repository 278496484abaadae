import { type Block, type Cell, labelled } from '#lib/base/paper'
import { count } from '#lib/base/text'
import type { Content, ContentSystem } from '../content.ts'
import { dayInWords, type Extent, elsewhere } from './report-words.ts'

/** The systems, the patient data that flows into them, and which agreement covers it. */
export function systemBlocks({ systems }: Content, { inFull, isWhole }: Extent): Block[] {
  const flows = systems.reduce((all, system) => all + system.flows.length, 0)
  const inShort =
    systems.length === 0
      ? 'No system in the register may hold patient data.'
      : `${count(systems.length, 'AI system')} with ${count(flows, 'flow')} of patient data.`
  const shown = isWhole ? systems : systems.slice(0, inFull)
  const rest = systems.length - shown.length
  return [
    { kind: 'heading', level: 2, text: '2. Systems and flows of patient data' },
    { kind: 'paragraph', words: inShort },
    ...shown.flatMap(blocksOf),
    ...(rest > 0 ? [elsewhere(count(rest, 'more AI system'))] : []),
  ]
}

const until = (day: string | null) => (day ? `until ${dayInWords(day)}` : '')

function blocksOf({ ref, name, facts, flows, cover }: ContentSystem): Block[] {
  const coverInWords = [cover.state, until(cover.until)].filter(Boolean).join(' ')
  return [
    { kind: 'heading', level: 3, text: `${ref} ${name}` },
    { kind: 'facts', facts: [...facts, { label: 'Cover by agreements', value: coverInWords }] },
    ...(flows.length > 0 ? [flowTable(name, flows)] : []),
    ...(cover.steps.length > 0 ? [coverTable(name, cover.steps)] : []),
  ]
}

function flowTable(name: string, flows: ContentSystem['flows']): Block {
  return {
    kind: 'table',
    caption: `Flows of patient data into ${name}`,
    columns: [
      { head: 'Flow', share: 3 },
      { head: 'What is known of it', share: 7 },
    ],
    rowHeads: true,
    rows: flows.map(({ ref, purpose, facts }): Cell[] => [
      `${ref} ${purpose}`,
      facts.flatMap(({ label, value }) => (value === '' ? [] : [labelled(label, value)])),
    ]),
  }
}

function coverTable(name: string, steps: ContentSystem['cover']['steps']): Block {
  return {
    kind: 'table',
    caption: `Who gets the patient data of ${name}, and under which agreement`,
    columns: [
      { head: 'Flow', share: 12 },
      { head: 'Vendor', share: 28 },
      { head: 'Cover', share: 28 },
      { head: 'Because', share: 32 },
    ],
    rows: steps.map((step): Cell[] => [
      step.flow,
      step.through ? `${step.vendor}, through ${step.through}` : step.vendor,
      [step.state, step.agreement, until(step.until)].filter(Boolean).join(', '),
      step.because,
    ]),
  }
}
