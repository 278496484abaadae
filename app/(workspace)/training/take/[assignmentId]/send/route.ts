import { signOwn } from '#lib/flows/outside-certificate'
import { currentActor } from '#lib/kernel/require-actor'
import { requestOrigin } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'
import { fromOwnPage, keepSent } from '#lib/training/take-door'
import { sentBody } from '../../../../../sent-body.ts'

const noStore = { 'cache-control': 'no-store' }
const toPage = (location: string) => new Response(null, { status: 303, headers: { location, ...noStore } })

/** Takes what is sent from the page of a training: a language, answers to look at, a signature. From a script, and as a form. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assignmentId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers: noStore })
  const body = await sentBody(request)
  if (!body) return new Response(null, { status: 400, headers: noStore })
  const { assignmentId } = await params
  const page = `/training/take/${encodeURIComponent(assignmentId)}`
  const actor = await currentActor()
  if (!actor) {
    if (body.isForm) return toPage(`/sign-in?why=gone&next=${encodeURIComponent(page)}`)
    return new Response(null, { status: 401, headers: noStore })
  }
  const sent = { ...body.sent, id: assignmentId }
  if (body.isForm && body.sent['what'] === 'sign') await keepSent(actor, sent, now())
  const answer = await fromOwnPage(actor, sent, await requestOrigin(), signOwn)
  if (!body.isForm) return Response.json(answer, { headers: noStore })
  return toPage(answer.ok ? page : `${page}?said=${answer.reason}`)
}
