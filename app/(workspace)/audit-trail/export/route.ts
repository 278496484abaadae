import { mayReadTrail } from '#lib/audit-trail/queries'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { exportTrail } from '#lib/overview/trail-export'
import { parseTrailQuery } from '#lib/overview/trail-query'
import { log } from '#lib/platform/log'
import { fileAnswer } from '../../file-answer.ts'

/** The audit trail as a CSV file: what the page of the same address shows, with every page of it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  if (!can(actor, 'audit.export') || !mayReadTrail(actor)) return new Response('Not found', { status: 404 })
  const query = new URL(request.url).searchParams
  const file = await exportTrail(actor, parseTrailQuery(Object.fromEntries(query)))
  if (!file.ok) {
    log('warn', 'export refused', { kind: 'audit', reason: file.message })
    return new Response(file.message, { status: 503 })
  }
  return fileAnswer(file.value.stream, file.value.name)
}
