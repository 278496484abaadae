import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Paper, Table } from '#lib/base/paper'
import { pagesOfPdf } from '#lib/testing/pdf-text'
import { drawPdf } from './draw.ts'

const mark = `SHA-256 ${'0123456789abcdef'.repeat(4)}`

const paper = (blocks: readonly Block[], change: Partial<Paper> = {}): Paper => ({
  title: 'Security risk analysis',
  author: 'Smith & Sons <Family> Medicine',
  language: 'en',
  size: 'letter',
  madeAt: new Date('2026-11-22T15:00:00Z'),
  mark,
  blocks,
  ...change,
})

const pagesOf = async (...given: Parameters<typeof paper>) => pagesOfPdf(await drawPdf(paper(...given)))
const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const words = (text: string): Block => ({ kind: 'paragraph', words: text })

const table = (rows: Table['rows']): Table => ({
  kind: 'table',
  caption: 'Everything',
  columns: [
    { head: 'First', share: 1 },
    { head: 'Second', share: 2 },
  ],
  rows,
})

describe('a PDF', () => {
  it('is the same bytes for the same paper, and other bytes for another day', async () => {
    const hash = async (change: Partial<Paper>) =>
      createHash('sha256')
        .update(await drawPdf(paper([words('One'), table([['a', 'b']])], change)))
        .digest('hex')
    expect(await hash({})).toBe(await hash({}))
    expect(await hash({ madeAt: new Date('2026-11-22T15:00:01Z') })).not.toBe(await hash({}))
  })

  it('says its title, whose it is, its language, when it was made, and what is a heading or a table', async () => {
    const bytes = await drawPdf(
      paper([{ kind: 'heading', level: 2, text: 'Plan' }, table([['a', 'b']])], { language: 'es' }),
    )
    const file = latin1(bytes)
    expect(file.slice(0, 8)).toBe('%PDF-1.7')
    for (const said of [
      '(Security risk analysis)',
      '(Smith & Sons <Family> Medicine)',
      '(D:20261122150000Z)',
      '/Lang (es-US)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H2',
      '/S /Table',
      '/S /TH',
      '/S /TD',
    ])
      expect(file).toContain(said)
    expect(file).not.toMatch(/\/(JavaScript|URI|EmbeddedFile|Launch)\b/)
  })

  it('is Letter or A4, upright or not', async () => {
    const box = async (change: Partial<Paper>) =>
      /\/MediaBox \[(.*?)\]/.exec(latin1(await drawPdf(paper([words('One')], change))))?.[1]
    expect(await box({})).toBe('0 0 612 792')
    expect(await box({ landscape: true })).toBe('0 0 792 612')
    expect(await box({ size: 'a4' })).toMatch(/^0 0 595.2\d+ 841.8\d+$/)
  })

  it('has the mark whole and the number of the page on every page, however long the title', async () => {
    const title = 'A title that is far too long for the foot of a page, '.repeat(5)
    const blocks = [words('One'), { kind: 'page-break' } as const, words('Two'), words('line\n'.repeat(120))]
    const pages = await pagesOf(blocks, { title, head: 'Draft, not signed' })
    expect(pages).toHaveLength(4)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(bare(`Atitlethatisfar`))
      expect(page).toContain(`...·${bare(mark)}page${index + 1}of4Draft,notsigned`)
    }
    expect((await pagesOf([words('Uno')], { language: 'es' }))[0]).toContain('página1de1')
  })
})

describe('letters', () => {
  it('of Polish, Spanish, Vietnamese and Greek, and other signs are as they were written', async () => {
    const written = 'Zażółć gęślą jaźń, ¿Qué tal, señora Núñez?, Đặng Thị Hường, №5, 20 °C, TNF-α, “x” – y…'
    const [page = ''] = await pagesOf([words(written), words('Z\u0307o\u0301\u0142w\u202f5')])
    expect(page).toContain(bare(written))
    expect(page).toContain('Żółw5')
    expect(page).not.toContain('\u{fffd}')
  })

  it('that the fonts do not have leave a mark each, and the file says which they were', async () => {
    const [page = ''] = await pagesOf([words('Ana 😀 saw 张 and 👩‍⚕️!'), table([['😀', 'ok']])])
    expect(page).toContain('Ana\u{fffd}saw\u{fffd}and\u{fffd}!')
    expect(page).toContain(
      bare('\u{fffd} stands for characters that the letters of this file do not include: U+1F600, U+5F20, '),
    )
    const [spanish = ''] = await pagesOf([words('😀')], { language: 'es' })
    expect(spanish).toContain(bare('\u{fffd} está en lugar de caracteres'))
  })
})

describe('a table', () => {
  it('says its headings on every page, and keeps each row on one page', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => [
      `<${n}`,
      `${'words of a row '.repeat(1 + (n % 30))} ${n}>`,
    ])
    const pages = await pagesOf([table(rows)])
    expect(pages.length).toBeGreaterThan(8)
    for (const page of pages) expect(page).toContain('FirstSecond')
    for (const [n] of rows.entries())
      expect(pages.filter((page) => page.includes(`<${n}words`) && page.includes(`${n}>`))).toHaveLength(1)
  })

  it('loses nothing of a row that is higher than a page', async () => {
    const long = Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' ')
    const pages = await pagesOf([
      table([
        ['before', 'x'],
        ['long', long],
        ['after', 'y'],
      ]),
    ])
    const second = pages.map((page) => page.split('FirstSecond')[1] ?? '').join('')
    expect(pages.length).toBeGreaterThan(3)
    expect(second.replace('long', '')).toContain(bare(long))
    expect(pages.at(-1)).toContain('after')
  })

  it('breaks a word that is wider than its column', async () => {
    const hash = 'f0e1d2c3b4a59687'.repeat(12)
    const [page = ''] = await pagesOf([table([[hash, 'x']])])
    expect(page).toContain(hash)
  })

  it('leaves room to write by hand', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => [`Person ${n}`, ''])
    expect(await pagesOf([table(rows)])).toHaveLength(1)
    expect((await pagesOf([{ ...table(rows), rowMm: 15 }])).length).toBe(2)
  })
})

it.each(Array.from({ length: 20 }, (_, n) => 40 + n))(
  'does not leave a heading alone at the foot of a page, after %i lines',
  async (lines) => {
    const blocks = [words('line\n'.repeat(lines)), { kind: 'heading', level: 2, text: 'Heading' } as const]
    const pages = await pagesOf([...blocks, table([['first row', 'x']])])
    expect(pages.find((page) => page.includes('Heading'))).toContain('firstrow')
  },
)

it('puts every word of every block on paper, in their order', async () => {
  const text = fc
    .array(fc.string({ unit: fc.constantFrom(...'abcÉż-/ .\n(é)'.split('')), maxLength: 60 }), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' '))
  const run = fc.record({ text, look: fc.constantFrom('strong' as const, 'soft' as const, 'label' as const) })
  const paragraph = fc.oneof(text, fc.array(fc.oneof(text, run), { maxLength: 4 }))
  const cell = fc.oneof(text, fc.array(paragraph, { maxLength: 3 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 12 }),
      fc.array(paragraph),
      async (cells, items) => {
        const blocks: Block[] = [
          ...cells.map((words): Block => ({ kind: 'paragraph', words })),
          { kind: 'list', items },
          { kind: 'facts', facts: [{ label: 'L', value: 'V' }] },
          { ...table(cells.map((each) => [each])), columns: [{ head: '', share: 1 }] },
        ]
        const flat = (words: (typeof items)[number]) =>
          typeof words === 'string'
            ? words
            : words.map((one) => (typeof one === 'string' ? one : one.text)).join('')
        const all = (each: (typeof cells)[number]) =>
          typeof each === 'string' ? each : each.map(flat).join('')
        const wanted = bare(
          `${cells.map(all).join('')}${items.map((item) => `•${flat(item)}`).join('')}LVEverything${cells.map(all).join('')}`,
        )
        const pages = await pagesOf(blocks, { title: '¶', mark: '¶' })
        const drawn = pages.map((page) => page.replace(/^¶·¶page\d+of\d+/, '')).join('')
        expect(drawn.replaceAll('•', '')).toBe(wanted.replaceAll('•', ''))
      },
    ),
    // To find the smallest case takes minutes.
    { numRuns: 60, endOnFailure: true },
  )
})
