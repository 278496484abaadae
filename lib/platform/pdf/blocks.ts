import type { Block, Heading, List, Paragraph } from '#lib/base/paper'
import type { Letters } from './letters.ts'
import { linesOf, linesOfCell } from './lines.ts'
import { heightOf, type Pen } from './pen.ts'
import { drawFacts, drawTable } from './table.ts'

const BODY = 9.5

const headings: Readonly<Record<Heading['level'], { size: number; above: number; below: number }>> = {
  1: { size: 18, above: 0, below: 6 },
  2: { size: 13, above: 14, below: 5 },
  3: { size: 10.5, above: 10, below: 3 },
}

/** A heading is not left alone at the foot of a page: so much has to follow it there. */
const FOLLOWS = 64

/** Draws blocks where the pen stands, on as many pages as they take. */
export function drawBlocks(pen: Pen, letters: Letters, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(pen, letters, block)
}

function drawBlock(pen: Pen, letters: Letters, block: Block): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(pen, letters, block)
      return
    case 'paragraph':
      drawParagraph(pen, letters, block)
      return
    case 'list':
      drawList(pen, letters, block)
      return
    case 'facts':
      drawFacts(pen, letters, block)
      return
    case 'table':
      drawTable(pen, letters, block)
      return
    case 'page-break':
      if (!pen.isAtTop) pen.page()
  }
}

function drawHeading(pen: Pen, letters: Letters, { level, text, align }: Heading): void {
  const { size, above, below } = headings[level]
  const lines = linesOf(letters, text, { size, width: pen.width, face: 'strong' })
  pen.need(above + lines.length * heightOf(size) + below + FOLLOWS)
  if (!pen.isAtTop) pen.y += above
  if (level === 2) pen.bookmark(text)
  const element = pen.element(`H${level}`)
  const { left: x, y } = pen
  pen.within(element, () => pen.lines(lines, { x, y, size, ...centered(pen, align) }))
  element?.end()
  pen.y += lines.length * heightOf(size) + below
}

const centered = (pen: Pen, align: 'center' | undefined) => (align ? { center: pen.width } : {})

function drawParagraph(pen: Pen, letters: Letters, { words, look, align }: Paragraph): void {
  const lines = linesOfCell(letters, words, { size: BODY, width: pen.width, isSoft: look === 'soft' })
  const element = pen.element('P')
  flow(pen, lines, (part, y) =>
    pen.within(element, () => pen.lines(part, { x: pen.left, y, size: BODY, ...centered(pen, align) })),
  )
  element?.end()
  pen.y += 5
}

/** Draws lines on the page when it has the room, else on the next one, and on several when they are more than one holds. */
function flow<Line>(
  pen: Pen,
  lines: readonly Line[],
  draw: (part: readonly Line[], y: number) => void,
): void {
  const height = heightOf(BODY)
  if (lines.length * height <= pen.bottom - pen.top) pen.need(lines.length * height)
  for (let from = 0; from < lines.length; ) {
    if (pen.room < height) pen.page()
    const to = Math.min(lines.length, from + Math.max(1, Math.floor(pen.room / height)))
    draw(lines.slice(from, to), pen.y)
    pen.y += (to - from) * height
    from = to
  }
}

const INDENT = 11

function drawList(pen: Pen, letters: Letters, { items }: List): void {
  const list = pen.element('L')
  const [mark] = linesOf(letters, '•', { size: BODY, width: INDENT })
  for (const item of items) {
    const lines = linesOf(letters, item, { size: BODY, width: pen.width - INDENT })
    const element = pen.element('LI', list)
    const body = pen.element('LBody', element)
    let isFirst = true
    flow(pen, lines, (part, y) => {
      if (isFirst && mark) pen.within(null, () => pen.lines([mark], { x: pen.left, y, size: BODY }))
      isFirst = false
      pen.within(body, () => pen.lines(part, { x: pen.left + INDENT, y, size: BODY }))
    })
    body?.end()
    element?.end()
    pen.y += 2
  }
  list?.end()
  pen.y += 4
}
