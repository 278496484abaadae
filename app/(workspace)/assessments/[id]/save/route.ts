import { answerQuestions } from '#lib/assessments/answer-commands'
import { currentActor } from '#lib/kernel/require-actor'
import { isSameOrigin } from '#lib/platform/front-door'

/** Two of the longest notes, in bytes of JSON. */
const LONGEST = 64 * 1024

const gone =
  'You are signed out. Sign in again in another tab, then go on here: nothing on this page is lost until you leave it.'
const says = (status: number, message: string) =>
  Response.json(
    { ok: false, code: 'gone', message, fields: {} },
    { status, headers: { 'cache-control': 'no-store' } },
  )

/** Keeps answers, as the page sends them after each pause. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return says(403, 'This came from another page.')
  if (Number(request.headers.get('content-length') ?? LONGEST + 1) > LONGEST)
    return says(413, 'This is too long to be saved.')
  const actor = await currentActor()
  if (!actor) return says(401, gone)
  const sent: unknown = await request.json().catch(() => null)
  const { id } = await params
  const result = await answerQuestions(actor, { id, answers: sent })
  // A refusal is an answer like any other to the page that asked.
  return Response.json(result, { headers: { 'cache-control': 'no-store' } })
}
