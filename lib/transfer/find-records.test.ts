import { describe, expect, it } from 'vitest'
import { findRecords } from './find-records.ts'
import type { MappedRow } from './map-rows.ts'

const target = {
  nameOf: (values: MappedRow['values']) => String(values['name'] ?? ''),
  isUnique: (name: string) => name.includes('@'),
}
const row = (line: number, name: string, key: string | null = null): MappedRow => ({
  line,
  key,
  values: { name },
  problems: new Map(),
  names: new Map(),
  leftOut: new Map(),
})
const record = (number: number, name: string) => ({
  id: `id ${number}`,
  ref: `AI-${number}`,
  name,
  version: 1,
})
const find = (rows: MappedRow[], keys: ReturnType<typeof record>[]) =>
  findRecords(rows, keys, target, 'AI system').map(({ record: found, problem }) => found?.ref ?? problem)

describe('finding the record of a row', () => {
  it('goes by the reference before the name, whatever its case', () => {
    expect(find([row(2, 'Scribe', 'ai-2')], [record(1, 'Scribe'), record(2, 'Other')])).toEqual(['AI-2'])
  })

  it('goes by the name as it would be spoken', () => {
    expect(find([row(2, ' chat\u00a0 BOT ')], [record(1, 'Chat bot')])).toEqual(['AI-1'])
  })

  it('gives repeated names to the records of that name in their order, and makes the rest new', () => {
    const keys = [record(1000, 'Chatbot'), record(9, 'Chatbot'), record(10, 'Other')]
    expect(find([row(2, 'Chatbot'), row(3, 'Chatbot'), row(4, 'Chatbot')], keys)).toEqual([
      'AI-9',
      'AI-1000',
      '',
    ])
  })

  it('leaves a record that a reference claims to that row, also when a row of its name stands before', () => {
    const keys = [record(1, 'Chatbot'), record(2, 'Chatbot')]
    expect(find([row(2, 'Chatbot'), row(3, 'Chatbot', 'AI-1')], keys)).toEqual(['AI-2', 'AI-1'])
  })

  it('does not let two rows change one record', () => {
    const [first, second] = findRecords(
      [row(2, 'A', 'AI-1'), row(7, 'B', 'AI-1')],
      [record(1, 'A')],
      target,
      'AI system',
    )
    expect([first?.problem, second?.problem]).toEqual(['', 'Row 2 already changes this record.'])
  })

  it('says so when a reference leads nowhere', () => {
    expect(find([row(2, 'A', 'AI-7')], [record(1, 'A')])).toEqual([
      'There is no AI-7 here, or it is archived. Leave the reference empty to add the row as a new AI system.',
    ])
  })

  it('does not let a name that is unique by nature stand in two rows', () => {
    expect(find([row(2, 'a@example.org'), row(3, 'A@example.org')], [])).toEqual([
      '',
      'Row 2 is about the same AI system.',
    ])
  })

  it('finds a record by any of its names, but only once', () => {
    const keys = [{ ...record(1, 'a@example.org') }, { ...record(1, 'Ann Lee') }]
    expect(find([row(2, 'a@example.org'), row(3, 'Ann Lee')], keys)).toEqual([
      'AI-1',
      'Row 2 is about the same AI system.',
    ])
  })
})
