import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { audienceReach } from '#lib/training/form-queries'
import { mayEdit } from '#lib/training/policy'

const none = (status: number) => new Response(null, { status })

/** How many people an audience reaches, for the forms of campaigns and plans. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return none(401)
  if (!can(actor, 'training.edit') || !mayEdit(actor)) return none(404)
  const asked = new URL(request.url).searchParams
  const reached = await audienceReach(actor, {
    groups: asked.getAll('group'),
    siteIds: asked.getAll('site'),
    joinedSince: asked.get('since') ?? '',
  })
  return Response.json(reached, { headers: { 'cache-control': 'no-store' } })
}
