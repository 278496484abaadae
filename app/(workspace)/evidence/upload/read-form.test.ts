import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readForm } from './read-form.ts'

const LIMIT = 100_000
const AROUND = 64 * 1024

function request(form: FormData | BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://here/evidence/upload', { method: 'POST', body: form, headers })
}

/** A form whose body is made as it is read. */
function streamed(next: () => Uint8Array, headers: Record<string, string> = {}): Request {
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => controller.enqueue(next()) },
    { highWaterMark: 0 },
  )
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  const init = { method: 'POST', body, duplex: 'half', headers: { ...type, ...headers } }
  return new Request('http://here/evidence/upload', init)
}

function formWith(bytes: Uint8Array<ArrayBuffer>, name = 'a.txt'): FormData {
  const form = new FormData()
  form.set('title', 'A report')
  form.set('file', new File([bytes], name))
  return form
}

describe('a form with a file', () => {
  it('is read into its fields and its file', async () => {
    const form = await readForm(request(formWith(new Uint8Array(LIMIT).fill(65))), LIMIT)
    expect(form).toMatchObject({ ok: true, fileName: 'a.txt', facts: { title: 'A report' } })
    if (!form.ok) return
    expect(form.spool.size).toBe(LIMIT)
    await form.spool.close()
  })

  it('is refused by what it announces before anything of it is read', async () => {
    let asked = 0
    const headers = { 'content-length': String(LIMIT + AROUND + 1) }
    const early = streamed(() => {
      asked += 1
      return Buffer.alloc(10)
    }, headers)
    const message = expect.stringMatching(/larger than/) as unknown
    expect(await readForm(early, LIMIT)).toMatchObject({ ok: false, message })
    expect(asked).toBe(0)
  })

  it('is broken off as soon as it is too large, whatever it announced, keeping what was typed', async () => {
    const head =
      '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nA report\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    let sent = 0
    const endless = streamed(() => {
      sent += 1
      return sent === 1 ? Buffer.from(head) : Buffer.alloc(10_000)
    })
    const form = await readForm(endless, LIMIT)
    expect(form).toMatchObject({
      ok: false,
      facts: { title: 'A report' },
      message: expect.stringMatching(/larger than/) as unknown,
    })
    expect(sent).toBeLessThan(15)
    expect(readdirSync(tmpdir()).filter((name) => /^plumbline-[0-9a-f]{24}$/.test(name))).toEqual([])
  })

  it('without a file, cut off, or of another kind is refused in words', async () => {
    const none = new FormData()
    none.set('title', 'A report')
    expect(await readForm(request(none), LIMIT)).toMatchObject({ message: 'Choose a file first.' })
    expect(await readForm(request(formWith(new Uint8Array(), '')), LIMIT)).toMatchObject({
      message: 'Choose a file first.',
    })
    expect(await readForm(request('a=b'), LIMIT)).toMatchObject({ message: 'Choose a file first.' })
    const cut = request('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nwor', {
      'content-type': 'multipart/form-data; boundary=x',
    })
    expect(await readForm(cut, LIMIT)).toMatchObject({
      message: expect.stringMatching(/did not arrive whole/) as unknown,
    })
  })
})
