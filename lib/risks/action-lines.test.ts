import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { actionLine, actionOf, actionValue, type FileAction, readAction } from './action-lines.ts'
import { actionProblem } from './action-plan.ts'

const ann = { id: '0192f0a0-0000-7000-8000-000000000001', name: 'Ann | Lee' }
const who = (words: string) => (words === ann.name ? ann : { problem: `Nobody is called “${words}”.` })
const today = day('2026-05-10')

const open: FileAction = {
  ...{ title: 'Sample ten notes', ownerId: ann.id, ownerName: ann.name, dueOn: day('2026-05-01') },
  ...{ doneOn: null, dropped: false, outcome: '' },
}
const done: FileAction = { ...open, doneOn: day('2026-04-28'), outcome: 'Nine were right' }

describe('an action in a file', () => {
  it('is one line that people can write, too', () => {
    expect(actionLine(done)).toBe(
      'Sample ten notes | by Ann \\| Lee | due 2026-05-01 | done 2026-04-28: Nine were right',
    )
    expect(readAction('Sample ten notes|DUE 2026-05-01 | by Ann \\| Lee', who)).toEqual(open)
  })

  it('comes back as it left, whatever stands in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('|', '\\', '\n', '\r', 'n', 'r', ' ', ':', 'é', 'due 2026-01-01'),
    })
    const action = fc.record({
      title: text.map((words) => `T${words}`.trim()),
      isOwned: fc.boolean(),
      due: fc.integer({ min: 0, max: 900 }),
      end: fc.option(fc.record({ dropped: fc.boolean(), outcome: text.map((words) => words.trim()) }), {
        nil: null,
      }),
    })
    fc.assert(
      fc.property(action, ({ title, isOwned, due, end }) => {
        const given: FileAction = {
          title,
          ...(isOwned ? { ownerId: ann.id, ownerName: ann.name } : { ownerId: null, ownerName: null }),
          dueOn: addDays(today, due),
          doneOn: end ? today : null,
          dropped: end?.dropped ?? false,
          outcome: end?.outcome ?? '',
        }
        expect(actionLine(given)).not.toMatch(/[\n\r]/)
        expect(readAction(actionLine(given), who)).toEqual(given)
        expect(actionOf(actionValue(given))).toEqual(given)
      }),
    )
  })

  test.each([
    ['Sample ten notes', 'it does not say when it is due'],
    ['Sample ten notes | due 5/1/2026', 'write the day as 2026-05-01'],
    ['Sample ten notes | due 2026-05-01 | by Bo', 'Nobody is called “Bo”'],
    ['Sample ten notes | due 2026-05-01 | soon', '“soon” is not understood'],
    ['Sample ten notes | due 2026-05-01 | done 2026-04-01 | dropped 2026-04-02', 'is not understood'],
  ])('%s: %s', (line, problem) => {
    expect(readAction(line, who)).toHaveProperty('problem', expect.stringContaining(problem))
  })
})

describe('the actions of a risk in a file', () => {
  const problem = (now: FileAction[], before: FileAction[] = []) =>
    actionProblem(now.map(actionValue), before.map(actionValue), today)
  const other = { ...open, title: 'Write a policy' }

  it('may be added, moved, given to somebody else, and done', () => {
    expect(problem([open, done, other])).toBeNull()
    expect(problem([{ ...open, dueOn: day('2026-06-01'), ownerId: null }, other], [open])).toBeNull()
    expect(problem([done], [open])).toBeNull()
    const dropped = { ...done, dropped: true }
    expect(problem([dropped, open], [dropped])).toBeNull()
  })

  test.each<[string, FileAction[], FileAction[]]>([
    ['“Write a policy” is still to be done and not in the file', [open], [open, other]],
    ['it is over already', [{ ...done, outcome: 'All were right' }, done], [done]],
    ['it is over already', [open, done], [done]],
    ['the day on which it was done has not come yet', [{ ...done, doneOn: day('2026-05-11') }], []],
    ['say what came of it', [{ ...done, outcome: '' }], [open]],
  ])('are refused: %s', (words, now, before) => {
    expect(problem(now, before)).toContain(words)
  })
})
