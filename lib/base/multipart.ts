/** One field of a multipart form. `data` must be read before the next part is asked for; what is left of it is skipped. */
export interface FormPart {
  name: string
  /** Null for a field that is no file; '' for a file field that was left empty. */
  fileName: string | null
  data: AsyncIterable<Buffer>
}

/** The form broke off or is none. */
export class MultipartError extends Error {}

const HEAD_LIMIT = 16 * 1024
const BREAK = '\r\n'
const HEAD_END = '\r\n\r\n'

/** The boundary that a Content-Type names; null when it is no multipart form. */
export function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType)
  return match?.[1] ?? match?.[2] ?? null
}

/** The parts of a form (RFC 7578) as they arrive: nothing is held but the piece at hand. Throws MultipartError. */
export async function* formParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart, void, undefined> {
  const reader = new MarkReader(body, `${BREAK}--${boundary}`)
  await reader.skip()
  while (await reader.another()) {
    const head = parseHead(await reader.until(HEAD_END, HEAD_LIMIT))
    yield { ...head, data: reader.data() }
    await reader.skip()
  }
}

function parseHead(head: string): Pick<FormPart, 'name' | 'fileName'> {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? ''
  const field = (key: string) => new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(`;${line}`)?.[1]
  const name = field('name')
  if (name === undefined) throw new MultipartError('a part without a name')
  // Browsers write these three so (HTML standard, multipart/form-data encoding).
  const plain = (text: string) => text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  const fileName = field('filename')
  return { name: plain(name), fileName: fileName === undefined ? null : plain(fileName) }
}

/** Reads up to a mark that may be cut anywhere between two pieces. */
class MarkReader {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #mark: Buffer
  // The first boundary has no line break in front.
  #held: Buffer = Buffer.from(BREAK)
  #atMark = false

  constructor(body: AsyncIterable<Uint8Array>, mark: string) {
    this.#source = body[Symbol.asyncIterator]()
    this.#mark = Buffer.from(mark)
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) throw new MultipartError('the form ends too early')
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value])
  }

  /** What comes before the next mark. */
  async *data(): AsyncGenerator<Buffer> {
    while (!this.#atMark) {
      const at = this.#held.indexOf(this.#mark)
      const safe = at < 0 ? this.#held.length - this.#mark.length + 1 : at
      const piece = this.#held.subarray(0, Math.max(0, safe))
      this.#held = this.#held.subarray(piece.length + (at < 0 ? 0 : this.#mark.length))
      this.#atMark = at >= 0
      if (piece.length > 0) yield piece
      if (at < 0) await this.#more()
    }
  }

  async skip(): Promise<void> {
    for await (const piece of this.data()) void piece
  }

  /** Whether a part follows the mark just passed. */
  async another(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more()
    const follows = this.#held.toString('latin1', 0, 2)
    this.#held = this.#held.subarray(2)
    if (follows !== BREAK && follows !== '--') throw new MultipartError('not a boundary')
    this.#atMark = false
    return follows === BREAK
  }

  async until(end: string, limit: number): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf(end)
      if (at >= 0) {
        const text = this.#held.toString('utf8', 0, at)
        this.#held = this.#held.subarray(at + end.length)
        return text
      }
      if (this.#held.length > limit) throw new MultipartError('a part with too long a head')
      await this.#more()
    }
  }
}
