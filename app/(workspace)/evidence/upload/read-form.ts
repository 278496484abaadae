import { boundaryOf, formParts, MultipartError } from '#lib/base/multipart'
import { Spool } from '#lib/platform/spool'

export type Form =
  | { ok: true; facts: Record<string, string>; fileName: string; spool: Spool }
  | { ok: false; message: string; facts: Record<string, string> }

/** What a form adds around a file: boundaries, names, other fields. */
const AROUND = 64 * 1024
const LONGEST_FIELD = 8 * 1024
const MOST_FIELDS = 10

class TooLarge extends Error {}

/**
 * The file and the fields of a multipart form. The file goes to disk as it arrives, never more than `limit` bytes of it,
 * whatever the request claims. Whoever gets a spool closes it.
 */
export async function readForm(request: Request, limit: number): Promise<Form> {
  const facts: Record<string, string> = {}
  const refuse = (message: string): Form => ({ ok: false, message, facts })
  const tooLarge = `This file is larger than ${Math.floor(limit / 1024 / 1024)} MB, which is the most that is taken. Make it smaller (fewer pages, smaller pictures), or split it.`
  if (Number(request.headers.get('content-length') ?? 0) > limit + AROUND) return refuse(tooLarge)
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  if (!boundary || !request.body) return refuse('Choose a file first.')
  let spool: Spool | null = null
  let fileName = ''
  try {
    for await (const part of formParts(request.body, boundary)) {
      if (part.fileName === null) await readField(facts, part.name, part.data)
      else if (spool === null && part.name === 'file') {
        fileName = part.fileName
        spool = await Spool.create()
        for await (const piece of part.data) {
          if (spool.size + piece.length > limit) throw new TooLarge()
          await spool.append(piece)
        }
      }
    }
  } catch (error) {
    await spool?.close()
    if (error instanceof TooLarge) return refuse(tooLarge)
    if (error instanceof MultipartError || isBrokenOff(error))
      return refuse('The file did not arrive whole. Try again; if it stays so, look at the connection.')
    throw error
  }
  if (spool && fileName !== '') return { ok: true, facts, fileName, spool }
  await spool?.close()
  return refuse('Choose a file first.')
}

async function readField(
  facts: Record<string, string>,
  name: string,
  data: AsyncIterable<Buffer>,
): Promise<void> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of data) {
    length += piece.length
    if (length > LONGEST_FIELD) throw new TooLarge()
    pieces.push(piece)
  }
  // React's own fields are not ours.
  if (name.startsWith('$') || Object.keys(facts).length >= MOST_FIELDS) return
  Object.defineProperty(facts, name, { value: Buffer.concat(pieces).toString('utf8'), enumerable: true })
}

/** Whether the browser went away in the middle. */
function isBrokenOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'AbortError' ||
      ('code' in error && error.code === 'ECONNRESET') ||
      error.message === 'aborted')
  )
}
