import { expect, it } from 'vitest'
import { lessonOnPaper } from './lesson-blocks.ts'

it('puts every kind of part of a lesson on paper, with words where a picture or video would be', () => {
  const id = '0197a1b2-0000-7000-8000-000000000001'
  const body = [
    '## Why',
    'A **list** of tools.',
    '- one\n  - inner\n- two',
    '3. third\n4. fourth',
    '> Somebody calls.',
    `![How it looks](file:${id})`,
  ].join('\n\n')
  expect(lessonOnPaper(body, 'To be seen on a screen')).toEqual([
    { kind: 'heading', level: 2, text: 'Why' },
    { kind: 'paragraph', words: ['A list of tools.'] },
    { kind: 'list', items: ['one\n– inner', 'two'] },
    { kind: 'paragraph', words: ['3. third', '4. fourth'] },
    { kind: 'paragraph', words: ['Somebody calls.'] },
    { kind: 'paragraph', words: ['[To be seen on a screen: How it looks]'] },
  ])
})
