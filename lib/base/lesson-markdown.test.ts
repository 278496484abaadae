import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  filesShown,
  type LessonBlock,
  type LessonInline,
  lessonBlocks,
  plainText,
} from './lesson-markdown.ts'

const id = '019abcde-0000-7000-8000-00000000000a'
const text = (words: string): LessonInline => ({ kind: 'text', text: words })
const paragraph = (...parts: LessonInline[]): LessonBlock => ({ kind: 'paragraph', parts })

it('understands the marks that lessons use', () => {
  expect(
    lessonBlocks(
      '## Why\n\nSay **no** to *that*.\n\n- one\n- two\n\n3. three\n\n> A scene.\n\n### Do\n\n# Big',
    ),
  ).toEqual([
    { kind: 'heading', level: 2, parts: [text('Why')] },
    paragraph(
      text('Say '),
      { kind: 'strong', parts: [text('no')] },
      text(' to '),
      { kind: 'em', parts: [text('that')] },
      text('.'),
    ),
    { kind: 'list', ordered: false, start: 1, items: [[paragraph(text('one'))], [paragraph(text('two'))]] },
    { kind: 'list', ordered: true, start: 3, items: [[paragraph(text('three'))]] },
    { kind: 'scene', blocks: [paragraph(text('A scene.'))] },
    { kind: 'heading', level: 3, parts: [text('Do')] },
    { kind: 'heading', level: 2, parts: [text('Big')] },
  ])
})

it('shows HTML, code and pictures from elsewhere as the text that was typed', () => {
  const typed = '<script>alert(1)</script>\n\nA <b>bold</b> & `x<y` ![spy](https://evil.example/a.png) &lt;'
  const blocks = lessonBlocks(typed)
  expect(blocks).toEqual([
    paragraph(text('<script>alert(1)</script>')),
    paragraph(
      ...['A ', '<b>', 'bold', '</b>', ' & ', 'x<y', ' ', '![spy](https://evil.example/a.png)', ' &lt;'].map(
        text,
      ),
    ),
  ])
})

it('makes a link only of an address that begins with https', () => {
  const link = (typed: string) => lessonBlocks(typed)
  expect(link('[here](https://hhs.gov/a)')).toEqual([
    paragraph({ kind: 'link', href: 'https://hhs.gov/a', parts: [text('here')] }),
  ])
  for (const address of [
    `java${'script'}:alert(1)`,
    'http://hhs.gov',
    '/people',
    'data:text/html,x',
    'https://a@b.c',
  ])
    expect(link(`[here](${address})`), address).toEqual([paragraph(text('here'))])
})

it('gives files their own place, and finds them in lists and scenes too', () => {
  const body = `Look ![The sign](file:${id}) here.\n\n- ![In a list](file:${id})\n\n> ![](file:${id})`
  expect(lessonBlocks(body)[1]).toEqual({ kind: 'file', id, alt: 'The sign' })
  expect(lessonBlocks(body)).toHaveLength(5)
  expect(filesShown(body)).toEqual([
    { id, alt: 'The sign' },
    { id, alt: 'In a list' },
    { id, alt: '' },
  ])
  expect(filesShown('![x](file:not-an-id) ![x](file:../../etc)')).toEqual([])
})

it('reads whatever is typed without an end or an error, and keeps plain words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      lessonBlocks(typed)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (list) => {
      const [first] = lessonBlocks(list.join(' '))
      expect(first?.kind === 'paragraph' ? plainText(first.parts) : '').toBe(list.join(' '))
    }),
  )
})

it.each([
  ['scenes', '>'.repeat(30_000)],
  ['lists', '- '.repeat(15_000)],
  ['emphasis', `${'*a **b '.repeat(600)}${'b** a* '.repeat(600)}`],
  ['brackets', '['.repeat(30_000)],
  ['pictures', '![a]('.repeat(6_000)],
])('stands a lesson that nests as deep as one can type: %s', (_, typed) => {
  expect(lessonBlocks(typed).length).toBeLessThan(2)
})
