import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { findPeople } from '#lib/people/directory'

const headers = { 'cache-control': 'no-store' }
const LONGEST = 200

/** People whom the words in `?q=` describe, for forms in which one of many is chosen: { people, more }. 401: signed out. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401, headers })
  if (!can(actor, 'person.read')) return new Response(null, { status: 404, headers })
  const words = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await findPeople(actor, words.slice(0, LONGEST)), { headers })
}
