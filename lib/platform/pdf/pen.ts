import type { Line } from './lines.ts'

/** Points from the edges of the paper that are left white. */
const SIDE = 43
const ABOVE = 46
const BELOW = 52

/** Lines are so many times as high as their letters. */
const LEADING = 1.38

export const heightOf = (size: number) => size * LEADING

const ink = { plain: '#16191d', soft: '#4d545c', line: '#aab0b7', sunken: '#eef0f2' }

/** A heading, a paragraph, a cell: what reading aloud knows of what is drawn. */
export type Element = PDFKit.PDFStructureElement

/** What a new page gets besides what stands on it; `total` is 0 until the pages were counted. */
export type Furnish = (pen: Pen, page: number, total: number) => void

/**
 * Writes on pages one after the other, and lets go of each when the next begins. Without a document it only counts them.
 * Places are in points from the upper left corner.
 */
export class Pen {
  readonly left = SIDE
  readonly top = ABOVE
  readonly width: number
  readonly bottom: number
  readonly #document: PDFKit.PDFDocument | null
  readonly #furnish: Furnish
  readonly #total: number
  readonly #root: Element | null
  #pages = 0
  /** The colour that the page is set to. */
  #colour = ''
  y = ABOVE

  constructor(
    paper: { width: number; height: number },
    document: PDFKit.PDFDocument | null,
    total: number,
    furnish: Furnish,
  ) {
    this.width = paper.width - 2 * SIDE
    this.bottom = paper.height - BELOW
    this.#document = document
    this.#total = total
    this.#furnish = furnish
    this.#root = document?.struct('Document') ?? null
    if (this.#root) document?.addStructure(this.#root)
    this.#begin()
  }

  get pages(): number {
    return this.#pages
  }

  /** Points left on the page. */
  get room(): number {
    return this.bottom - this.y
  }

  get isAtTop(): boolean {
    return this.y === this.top
  }

  page(): void {
    this.#document?.addPage()
    this.#begin()
  }

  #begin(): void {
    this.#pages += 1
    this.#colour = ''
    this.#furnish(this, this.#pages, this.#total)
    this.y = this.top
  }

  /** Begins another page unless so much is left on this one, or nothing stands on it yet. */
  need(height: number): void {
    if (height > this.room && !this.isAtTop) this.page()
  }

  /** An element within another one, or within the document itself. Null when nothing is drawn. */
  element(type: string, within: Element | null = this.#root): Element | null {
    const made = this.#document?.struct(type) ?? null
    if (made) within?.add(made)
    return made
  }

  /** Draws as the content of an element; without one as decoration, which is not read aloud. */
  within(element: Element | null, draw: () => void): void {
    if (!this.#document) return
    if (element) {
      element.add(draw)
      return
    }
    this.#document.markContent('Artifact', { type: 'Pagination' })
    draw()
    this.#document.endMarkedContent()
  }

  /** Lines under each other, beginning at a height. */
  lines(lines: readonly Line[], at: { x: number; y: number; size: number; center?: number }): void {
    const document = this.#document
    if (!document) return
    for (const [index, { stretches, width }] of lines.entries()) {
      const x = at.x + (at.center === undefined ? 0 : (at.center - width) / 2)
      const y = at.y + heightOf(at.size) * index
      for (const stretch of stretches) {
        this.#use(document, stretch.font, at.size, stretch.isSoft ? ink.soft : ink.plain)
        document.text(stretch.text, x + stretch.x, y, { lineBreak: false })
      }
    }
  }

  #use(document: PDFKit.PDFDocument, font: string, size: number, colour: string): void {
    // Font and size are set each time: measuring a word sets them as well.
    document.font(font).fontSize(size)
    if (colour === this.#colour) return
    document.fillColor(colour)
    this.#colour = colour
  }

  /** A line across, as decoration. */
  rule(x: number, y: number, width: number): void {
    this.within(null, () => {
      this.#document
        ?.lineWidth(0.5)
        .strokeColor(ink.line)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke()
    })
  }

  /** A darker ground, as decoration. */
  ground(x: number, y: number, width: number, height: number): void {
    this.within(null, () => {
      this.#document?.rect(x, y, width, height).fill(ink.sunken)
    })
    this.#colour = ''
  }

  /** A place to jump to, in the list that readers show beside the pages. */
  bookmark(text: string): void {
    this.#document?.outline.addItem(text)
  }

  /** Says that nothing more is drawn. */
  end(): void {
    this.#root?.end()
  }
}
