import { currentActor } from '#lib/kernel/require-actor'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'
import { keepPackage } from '#lib/training/package-commands'

const noStore = { 'cache-control': 'no-store' }
/** Of what a package may keep, every letter of which may take six bytes, and what stands around it. */
const LONGEST = 400_000

/** Takes where the package of an own training stands, from the page that plays it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assignmentId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers: noStore })
  if (Number(request.headers.get('content-length') ?? LONGEST + 1) > LONGEST)
    return new Response(null, { status: 413, headers: noStore })
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers: noStore })
  const sent: unknown = await request.json().catch(() => null)
  const { assignmentId } = await params
  const answer = await keepPackage(
    actor,
    typeof sent === 'object' && sent !== null ? { ...sent, id: assignmentId } : sent,
    now(),
  )
  return Response.json(answer, { headers: noStore })
}
