import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryOf, formParts, MultipartError } from './multipart.ts'

async function* cut(bytes: Buffer, every: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += every) yield bytes.subarray(at, at + every)
}

async function read(bytes: Buffer, boundary: string, every = 1_000) {
  const found: { name: string; fileName: string | null; body: Buffer }[] = []
  for await (const { name, fileName, data } of formParts(cut(bytes, every), boundary)) {
    const pieces: Buffer[] = []
    for await (const piece of data) pieces.push(Buffer.from(piece))
    found.push({ name, fileName, body: Buffer.concat(pieces) })
  }
  return found
}

/** The form as the platform itself encodes it. */
async function encoded(form: FormData): Promise<{ bytes: Buffer; boundary: string }> {
  const answer = new Response(form)
  const boundary = boundaryOf(answer.headers.get('content-type') ?? '') ?? ''
  return { bytes: Buffer.from(await answer.arrayBuffer()), boundary }
}

describe('a multipart form', () => {
  it('is read as it was sent, wherever the network cut it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        fc.integer({ min: 1, max: 90 }),
        async (body, text, every) => {
          const form = new FormData()
          form.set('title', text)
          form.set('file', new File([body], 'a "plan" ü.pdf', { type: 'application/pdf' }))
          const { bytes, boundary } = await encoded(form)
          const [first, second, ...rest] = await read(bytes, boundary, every)
          // Line ends of texts become CR LF on their way, as in every form.
          expect(first).toEqual({
            name: 'title',
            fileName: null,
            body: Buffer.from(text.replaceAll(/\r\n?|\n/g, '\r\n')),
          })
          expect(second).toEqual({ name: 'file', fileName: 'a "plan" ü.pdf', body: Buffer.from(body) })
          expect(rest).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })

  it('keeps content that looks like the beginning of a boundary', async () => {
    const tricky = Buffer.from('\r\n--XY\r\n--X\r\n\r\n-\r\n--')
    const bytes = Buffer.concat([
      Buffer.from('--XYZ\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n'),
      tricky,
      Buffer.from('\r\n--XYZ--\r\n'),
    ])
    for (const every of [1, 3, 500]) expect((await read(bytes, 'XYZ', every))[0]?.body).toEqual(tricky)
  })

  it('that breaks off, has no boundary or endless heads is refused', async () => {
    const head = '--X\r\nContent-Disposition: form-data; name="f"\r\n\r\n'
    for (const text of [
      '',
      'words',
      `${head}cut off`,
      '--X\r\n\r\n\r\nx\r\n--X--',
      `--X\r\n${'a'.repeat(40_000)}`,
    ])
      await expect(read(Buffer.from(text), 'X')).rejects.toThrow(MultipartError)
  })

  it('names its boundary', () => {
    expect(boundaryOf('multipart/form-data; boundary=----abc')).toBe('----abc')
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
    expect(boundaryOf('application/json')).toBeNull()
  })
})
