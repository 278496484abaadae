import { now } from '#lib/platform/clock'
import { saveAnswer } from '#lib/questionnaires/guest'
import { asGuest, type TokenPage } from '../admit-guest.ts'

/** The longest answer with the longest note, in bytes of JSON. */
const LONGEST = 80 * 1024

/** Keeps one answer, as the page sends it after each pause. */
export async function POST(request: Request, { params }: TokenPage): Promise<Response> {
  const { token } = await params
  const { told, status } = await asGuest(token, async () => saveAnswer(token, await bodyOf(request), now()))
  return Response.json(told, { status })
}

/** What was sent, when it is JSON and not too long; never more of it is held than that. */
async function bodyOf(request: Request): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.length
    if (size > LONGEST) return null
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    return null
  }
}
