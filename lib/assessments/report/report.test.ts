import { describe, expect, it } from 'vitest'
import { type Block, paragraphsOf, runsOf } from '#lib/base/paper'
import { type Content, contentFormat } from '../content.ts'
import { type Report, reportBlocks } from './report.ts'
import { reportName, reportPaper } from './report-paper.ts'
import { onPaper } from './report-words.ts'

const score = (likelihood: number, impact: number) => ({
  ...{ likelihood, impact, score: likelihood * impact },
  level: likelihood * impact > 12 ? 'High' : 'Low',
})
const action = { title: '', owner: '', dueOn: '2026-12-01', doneOn: null, dropped: false, outcome: '' }

const risk: Content['risks'][number] = {
  ...{ ref: 'RISK-007', title: 'Notes leave', category: 'Privacy', concerns: ['AI-001 Scribe'] },
  ...{ cause: '', event: 'Notes are sent on', consequence: 'Patients are told' },
  ...{ threat: 'A careless vendor', vulnerability: 'No agreement' },
  ...{ inherent: score(4, 5), current: score(2, 2), target: null },
  ...{
    treatment: 'Accept',
    treatmentNote: '',
    acceptedUntil: '2027-05-02',
    acceptance: 'Pat Owner: for now',
  },
  ...{ owner: '', reviewedOn: null, controls: ['CTL-001 Ask first', 'CTL-002 Look again'] },
  actions: [
    { ...action, title: 'Later', dueOn: '2027-01-31', owner: 'Dana' },
    { ...action, title: 'Sooner', doneOn: '2026-11-20', outcome: 'It works' },
    { ...action, title: 'Never', dropped: true },
  ],
}

const content: Content = {
  format: contentFormat,
  practice: { name: 'Lakeside', timeZone: 'America/Chicago' },
  assessment: {
    ...{ ref: 'ASM-001', title: 'Analysis', kind: 'security-risk-analysis', kindName: 'Risk analysis' },
    ...{ scope: 'All of it', startedOn: '2026-11-01', owner: 'Dana', follows: '' },
  },
  asOf: '2026-11-22',
  copy: null,
  template: { name: 'Questions', version: 3, parts: [{ key: 'a', title: 'First part' }] },
  facts: null,
  systems: [
    {
      ...{ ref: 'AI-001', name: 'Scribe', facts: [{ label: 'Purpose', value: 'Notes' }] },
      flows: [{ ref: 'PHI-1', purpose: 'Visits', facts: [{ label: 'Goes to', value: 'A host' }] }],
      cover: {
        state: 'Covered',
        until: '2027-03-01',
        steps: [
          {
            ...{ flow: 'PHI-1', vendor: 'V-2 Host', through: 'V-1 Maker', state: 'Covered' },
            ...{ because: 'It names it', agreement: 'AGR-1', until: '2027-03-01' },
          },
        ],
      },
    },
  ],
  questions: [
    {
      ...{ key: 'one', part: 'a', text: 'Is it so?', citation: '45 CFR 164.308', status: 'in force' },
      ...{ requirement: null, skipped: null, answer: 'no', note: 'Not yet', answeredBy: 'Dana' },
      answeredAt: '2026-11-22T03:00:00.000Z',
    },
    {
      ...{ key: 'two', part: 'a', text: 'And this?', citation: 'x', status: 'in force', requirement: null },
      ...{ skipped: 'Nothing to ask about.', answer: null, note: '', answeredBy: '', answeredAt: '' },
    },
  ],
  findings: [{ question: 'one', risk: 'RISK-007', title: 'Notes leave', currentScore: 4 }],
  risks: [risk],
  controls: [
    {
      ...{ ref: 'CTL-001', title: 'Ask first', does: 'Somebody asks', state: 'In place', owner: 'Dana' },
      ...{ testedOn: '2026-10-02', testResult: 'Works', requirements: ['GOVERN 1.1', 'GOVERN 1.5'] },
    },
  ],
  scale: { likelihood: [{ score: 1, word: 'Rare', means: 'Seldom' }], impact: [] },
}

const textOf = (words: Parameters<typeof runsOf>[0]) =>
  runsOf(words)
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('')
const cellText = (cell: Parameters<typeof paragraphsOf>[0]) => paragraphsOf(cell).map(textOf).join(' / ')

/** The rows of the table below these words, as text. */
function rowsUnder(blocks: readonly Block[], caption: string | RegExp): string[][] {
  const found = blocks.find((block) => block.kind === 'table' && block.caption?.match(caption))
  if (found?.kind !== 'table') throw new Error(`there is no table ${caption}`)
  return found.rows.map((row) => row.map(cellText))
}

describe('the report', () => {
  const draft: Report = { content, copy: null }
  const blocks = reportBlocks(draft, onPaper)

  it('says of each risk what threatens, what is weak, how likely and how bad, and what is done', () => {
    expect(rowsUnder(blocks, /1 open risk, the gravest first/)).toEqual([
      [
        'RISK-007 Notes leave / Privacy. Concerns: AI-001 Scribe',
        'Threat: A careless vendor / Vulnerability: No agreement / Event: Notes are sent on / Consequence: Patients are told',
        'High, 20 / likelihood\u00a04, impact\u00a05',
        'Low, 4 / likelihood\u00a02, impact\u00a02',
        'Not scored',
        'Accept / Accepted: Pat Owner: for now (until May 2, 2027) / Controls: CTL-001 Ask first; CTL-002 Look again / Owner: Nobody',
      ],
    ])
  })

  it('has the plan by the day that things are due, and how each went', () => {
    expect(rowsUnder(blocks, '3 actions')).toEqual([
      ['RISK-007', 'Sooner', 'Nobody', 'Dec 1, 2026', 'Done on Nov 20, 2026: It works'],
      ['RISK-007', 'Never', 'Nobody', 'Dec 1, 2026', 'Given up'],
      ['RISK-007', 'Later', 'Dana', 'Jan 31, 2027', 'Open'],
    ])
  })

  it('has systems, flows, who gets the data under which agreement, controls and answers', () => {
    expect(rowsUnder(blocks, 'Flows of patient data into Scribe')).toEqual([
      ['PHI-1 Visits', 'Goes to: A host'],
    ])
    expect(rowsUnder(blocks, 'Who gets the patient data of Scribe')).toEqual([
      ['PHI-1', 'V-2 Host, through V-1 Maker', 'Covered, AGR-1, until Mar 1, 2027', 'It names it'],
    ])
    expect(rowsUnder(blocks, '1 control')).toEqual([
      ['CTL-001 Ask first / Somebody asks', 'In place, Dana', 'Oct 2, 2026: works', 'GOVERN 1.1, GOVERN 1.5'],
    ])
    // The day is the practice’s: in Chicago it was the evening before.
    expect(rowsUnder(blocks, 'First part')).toEqual([
      ['Is it so? / 45 CFR 164.308. In force.', 'No / RISK-007', 'Not yet', 'Dana / Nov 21, 2026'],
    ])
    expect(rowsUnder(blocks, '1 question not asked')).toEqual([['And this?', 'Nothing to ask about.']])
    expect(rowsUnder(blocks, 'In short')).toEqual([
      ['First part', 'Too few to say', '0 yes, 0 partly, 1 no of 1 that apply'],
    ])
  })

  it('tells so many in full: on paper the others follow in short, on screen it says where they are', () => {
    const many = [1, 2, 3].map((n) => ({ ...risk, ref: `RISK-00${n}` }))
    const long: Report = { content: { ...content, risks: many }, copy: null }
    const whole = reportBlocks(long, { inFull: 1, isWhole: true })
    expect(rowsUnder(whole, 'The gravest 1 of 3 open risks')).toHaveLength(1)
    expect(rowsUnder(whole, '2 more open risks, in short')).toEqual([
      ['RISK-002 Notes leave', 'Low, 4', 'Nobody'],
      ['RISK-003 Notes leave', 'Low, 4', 'Nobody'],
    ])
    expect(rowsUnder(whole, '9 actions')).toHaveLength(9)
    const page = reportBlocks(long, { inFull: 1, isWhole: false })
    expect(rowsUnder(page, '9 actions')).toHaveLength(1)
    const said = page.flatMap((block) => (block.kind === 'paragraph' ? cellText(block.words) : []))
    expect(said).toContain('Not on this page: 2 more open risks. All of it is in the PDF.')
    expect(said).toContain('Not on this page: 8 more actions. All of it is in the PDF.')
  })

  it('is numbered in the order in which OCR asks', () => {
    const titles = blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? block.text : [],
    )
    expect(titles.map((title) => title.slice(0, 8))).toEqual([
      '1. Scope',
      '2. Syste',
      '3. How r',
      '4. Threa',
      '5. Plan',
      '6. Contr',
      '7. Answe',
      '8. Sign-',
    ])
  })

  it('of a draft is made on the day that it shows, whenever it is asked for', () => {
    expect(reportPaper(draft)).toMatchObject({
      ...{ title: 'ASM-001 Analysis', author: 'Lakeside', size: 'letter' },
      ...{ mark: 'not signed, as of Nov 22, 2026', head: 'DRAFT, not signed' },
      madeAt: new Date('2026-11-22T00:00:00Z'),
    })
    expect(reportName(draft)).toBe('Lakeside ASM-001 draft 2026-11-22.pdf')
  })
})
