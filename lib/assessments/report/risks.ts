import { type Block, type Cell, labelled, soft, strong, type Words } from '#lib/base/paper'
import { count } from '#lib/base/text'
import { riskLevels } from '#lib/law/library/scale'
import type { Content, ContentControl, ContentRisk, ContentScore } from '../content.ts'
import { dayInWords, type Extent, elsewhere } from './report-words.ts'

/** How risks are rated, the risks with threat, weakness, likelihood, impact and level, and what is done about them. */
export function riskBlocks({ scale, risks, controls }: Content, extent: Extent): Block[] {
  const levels = Object.values(riskLevels).map(
    ({ label, from, to }) => `${label.toLowerCase()} ${from} to ${to}`,
  )
  return [
    { kind: 'heading', level: 2, text: '3. How risks are rated' },
    {
      kind: 'paragraph',
      words: `Likelihood and impact from 1 to 5, for patients, data, money and daily work, the worst of the four counting. The level follows from likelihood times impact: ${levels.join(', ')}. Inherent means before anything was done, current as things stand, target once the plan is carried out.`,
    },
    scaleTable('Likelihood', scale.likelihood),
    scaleTable('Impact', scale.impact),
    { kind: 'heading', level: 2, text: '4. Threats, vulnerabilities and risks' },
    risks.length === 0
      ? { kind: 'paragraph', words: 'No open risk in the register concerns what is assessed here.' }
      : riskTable(risks, extent),
    ...inShort(risks, extent),
    { kind: 'heading', level: 2, text: '5. Plan' },
    ...planOf(risks, extent),
    { kind: 'heading', level: 2, text: '6. Controls behind the questions' },
    controls.length === 0
      ? {
          kind: 'paragraph',
          words: 'No control in the register answers a requirement that is asked about here.',
        }
      : controlTable(controls),
  ]
}

function scaleTable(caption: string, steps: Content['scale']['impact']): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { head: '', share: 2 },
      { head: '', share: 8 },
    ],
    rowHeads: true,
    rows: steps.map(({ score, word, means }) => [`${score} ${word}`, means]),
  }
}

function riskTable(risks: readonly ContentRisk[], { inFull }: Extent): Block {
  const all = count(risks.length, 'open risk')
  return {
    kind: 'table',
    caption:
      risks.length > inFull
        ? `The gravest ${inFull.toLocaleString('en-US')} of ${all}`
        : `${all}, the gravest first`,
    columns: [
      { head: 'Risk', share: 18 },
      { head: 'Threat and vulnerability', share: 32 },
      { head: 'Inherent', share: 10 },
      { head: 'Current', share: 10 },
      { head: 'Target', share: 10 },
      { head: 'Treatment and controls', share: 22 },
    ],
    rowHeads: true,
    rows: risks.slice(0, inFull).map(riskRow),
  }
}

/** What is beyond those that are told in full. */
function inShort(risks: readonly ContentRisk[], { inFull, isWhole }: Extent): Block[] {
  const rest = risks.slice(inFull)
  if (rest.length === 0) return []
  if (!isWhole) return [elsewhere(count(rest.length, 'more open risk'))]
  return [
    {
      kind: 'table',
      caption: `${count(rest.length, 'more open risk')}, in short`,
      columns: [
        { head: 'Risk', share: 60 },
        { head: 'Current', share: 15 },
        { head: 'Owner', share: 25 },
      ],
      rowHeads: true,
      rows: rest.map(({ ref, title, current, owner }) => [
        `${ref} ${title}`,
        current ? `${current.level}, ${current.score}` : 'Not scored',
        owner || 'Nobody',
      ]),
    },
  ]
}

/** What was said, each after what it is. */
const said = (rows: readonly (readonly [label: string, words: string])[]): Words[] =>
  rows.flatMap(([label, words]) => (words === '' ? [] : [labelled(label, words)]))

function riskRow(risk: ContentRisk): Cell[] {
  const { ref, title, category, concerns, treatment, treatmentNote, acceptance } = risk
  return [
    [[strong(`${ref} ${title}`)], [soft(`${category}. Concerns: ${concerns.join('; ')}`)]],
    said([
      ['Threat', risk.threat],
      ['Vulnerability', risk.vulnerability],
      ['Cause', risk.cause],
      ['Event', risk.event],
      ['Consequence', risk.consequence],
    ]),
    scoreCell(risk.inherent),
    scoreCell(risk.current),
    scoreCell(risk.target),
    [
      treatmentNote ? `${treatment}: ${treatmentNote}` : treatment,
      ...said([
        ['Accepted', acceptance && `${acceptance} (until ${dayInWords(risk.acceptedUntil)})`],
        ['Controls', risk.controls.join('; ')],
        ['Owner', risk.owner || 'Nobody'],
        ['Reviewed', dayInWords(risk.reviewedOn)],
      ]),
    ],
  ]
}

function scoreCell(score: ContentScore): Cell {
  if (!score) return 'Not scored'
  const { level, likelihood, impact } = score
  return [[strong(level), `, ${score.score}`], [soft(`likelihood\u00a0${likelihood}, impact\u00a0${impact}`)]]
}

function planOf(risks: readonly ContentRisk[], { inFull, isWhole }: Extent): Block[] {
  const planned = risks.flatMap(({ ref, actions }) => actions.map((action) => ({ ref, ...action })))
  if (planned.length === 0)
    return [{ kind: 'paragraph', words: 'No action is written down for these risks.' }]
  planned.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const shown = isWhole ? planned : planned.slice(0, inFull)
  const table: Block = {
    kind: 'table',
    caption: `${count(planned.length, 'action')}, by the day they are due`,
    columns: [
      { head: 'Risk', share: 12 },
      { head: 'Action', share: 38 },
      { head: 'Who', share: 16 },
      { head: 'Due', share: 12 },
      { head: 'Outcome', share: 22 },
    ],
    rows: shown.map(({ ref, title, owner, dueOn, doneOn, dropped, outcome }): Cell[] => {
      const state = dropped ? 'Given up' : doneOn ? `Done on ${dayInWords(doneOn)}` : 'Open'
      return [ref, title, owner || 'Nobody', dayInWords(dueOn), outcome ? `${state}: ${outcome}` : state]
    }),
  }
  const rest = planned.length - shown.length
  return rest > 0 ? [table, elsewhere(count(rest, 'more action'))] : [table]
}

function controlTable(controls: readonly ContentControl[]): Block {
  return {
    kind: 'table',
    caption: count(controls.length, 'control'),
    columns: [
      { head: 'Control', share: 42 },
      { head: 'State', share: 18 },
      { head: 'Last tested', share: 18 },
      { head: 'Answers', share: 22 },
    ],
    rowHeads: true,
    rows: controls.map(({ ref, title, does, state, owner, testedOn, testResult, requirements }): Cell[] => [
      [`${ref} ${title}`, [soft(does)]],
      owner ? `${state}, ${owner}` : state,
      testedOn ? `${dayInWords(testedOn)}: ${testResult.toLowerCase()}` : 'Never',
      requirements.join(', '),
    ]),
  }
}
