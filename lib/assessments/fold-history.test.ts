import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '#lib/kernel/audit'
import { foldAnswers } from './fold-history.ts'

const entry = (actorName: string, sentence: string, id = sentence): HistoryEntry => ({
  ...{ id, actorName, sentence },
  at: new Date('2026-05-04T15:00:00Z'),
  reason: null,
})
const told = (history: readonly HistoryEntry[]) =>
  foldAnswers(history).map(({ actorName, sentence }) => `${actorName}: ${sentence}`)

describe('the history of an assessment', () => {
  it('tells answers of one person in a row as one, and everything between them by itself', () => {
    expect(
      told([
        entry('Ana', 'Signed copy 1'),
        entry('Ana', 'Confirmed “Yes” for “Is it so?”'),
        entry('Ana', 'Rewrote the answer “No” to “Is it so?”'),
        entry('Ana', 'Changed the answer to “Is it so?” from “Yes” to “No”'),
        entry('Ben', 'Answered “Is it so?” with “Yes”'),
        entry('Ana', 'Gave the part “Map” to Ben, to be answered by May 5, 2026'),
        entry('Ana', 'Answered “Is it?” with “Yes”'),
        entry('Ana', 'Answered “Was it?” with “Yes”'),
      ]),
    ).toEqual([
      'Ana: Signed copy 1',
      'Ana: Gave or changed answers 3 times',
      'Ben: Answered “Is it so?” with “Yes”',
      'Ana: Gave the part “Map” to Ben, to be answered by May 5, 2026',
      'Ana: Gave or changed answers 2 times',
    ])
  })

  it('keeps the newest time and the identity of what it folds, and leaves a form of many answers as it is', () => {
    const history = [
      entry('Ana', 'Answered “Is it?” with “Yes”', 'new'),
      entry('Ana', 'Answered “Was it?” with “Yes”', 'old'),
      entry('Ana', 'Answered 20 questions'),
    ]
    expect(foldAnswers(history).map(({ id }) => id)).toEqual(['new', 'Answered 20 questions'])
  })
})
