import { expect, test } from 'vitest'
import type { RowChange } from '#lib/audit-trail/queries'
import { idsIn, rowInWords } from './row-words.ts'

const dana = '00000000-0000-7000-8000-00000000000a'
const sam = '00000000-0000-7000-8000-00000000000b'
const system = '00000000-0000-7000-8000-00000000000c'
const context = {
  names: new Map([
    [dana, 'Dana'],
    [system, 'AI-001 Scribe'],
  ]),
  timeZone: 'America/Chicago',
}
const change = (over: Partial<RowChange>): RowChange => ({
  id: '1',
  table: 'AiSystem',
  rowId: system,
  operation: 'update',
  before: null,
  after: null,
  ...over,
})

test('a changed row is told by the labels and choices of its list', () => {
  const told = rowInWords(
    change({
      before: {
        stage: 'in-use',
        ownerId: dana,
        version: 3,
        nextDueOn: '2026-11-22',
        protectedInputs: ['age'],
        archivedAt: null,
      },
      after: {
        stage: 'suspended',
        ownerId: sam,
        version: 4,
        nextDueOn: null,
        protectedInputs: ['age', 'race'],
        archivedAt: '2026-11-22T18:05:00+00:00',
      },
    }),
    context,
  )
  expect(told.heading).toBe('Changed an AI system')
  expect(told.record).toEqual({ kind: 'ai-system', id: system })
  expect(told.columns).toEqual([
    { label: 'Stage', before: 'In use', after: 'Suspended' },
    { label: 'Owner', before: 'Dana', after: 'something that is no longer here' },
    { label: 'Next due', before: 'Nov 22, 2026', after: '' },
    { label: 'Protected inputs', before: 'Age', after: 'Age, Race' },
    { label: 'Archived', before: '', after: 'Nov 22, 2026, 12:05 PM' },
  ])
})

test('a new row is told without its bookkeeping, empty columns and whose it is', () => {
  const told = rowInWords(
    change({
      table: 'Safeguard',
      operation: 'insert',
      after: { id: dana, practiceId: dana, systemId: system, key: 'mfa', state: 'not-met', note: '' },
    }),
    context,
  )
  expect(told.heading).toBe('Added a safeguard')
  expect(told.columns).toEqual([
    { label: 'Safeguard', before: '', after: 'Second factor at sign-in' },
    { label: 'Answer', before: '', after: 'Not met' },
  ])
})

test('a table and columns that nobody named are told by their own names', () => {
  const told = rowInWords(
    change({ table: 'Widget', operation: 'delete', before: { sizeOfIt: 3, isGood: false, extra: { a: 1 } } }),
    context,
  )
  expect(told).toMatchObject({
    heading: 'Removed a row of Widget',
    record: null,
    columns: [
      { label: 'Size of it', before: '3', after: '' },
      { label: 'Is good', before: 'No', after: '' },
      { label: 'Extra', before: 'a: 1', after: '' },
    ],
  })
})

test('the ids that need a name are those that are shown', () => {
  const rows = [
    change({ before: { id: sam, practiceId: sam, ownerId: dana }, after: { ownerId: null } }),
    change({ rowId: null, after: { purpose: 'not an id' } }),
  ]
  expect(idsIn(rows).sort()).toEqual([dana, system])
})
