import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { log } from '#lib/platform/log'
import { isKind, registry } from '#lib/registry'
import { fileAnswer, formatOf } from '../../file-answer.ts'

/** A register as a spreadsheet: what the list of the same address shows, or with `all=yes` everything that can come back. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const { kind } = await params
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  if (!isKind(kind) || !can(actor, registry[kind].record.exportPermission))
    return new Response('Not found', { status: 404 })
  const query = new URL(request.url).searchParams
  const format = formatOf(query)
  if (!format) return new Response('Not found', { status: 404 })
  const list = Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]))
  const result = await registry[kind].export.open(actor, list, {
    format,
    everything: query.get('all') === 'yes',
  })
  if (!result.ok) {
    log('warn', 'export refused', { kind, reason: result.message })
    return new Response(result.message, { status: 503 })
  }
  return fileAnswer(result.value.stream, result.value.name)
}
