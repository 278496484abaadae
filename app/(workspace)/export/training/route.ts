import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { log } from '#lib/platform/log'
import { exportDone } from '#lib/training/done-export'
import { fileAnswer, formatOf } from '../../file-answer.ts'

/** Who was assigned what and signed it when, as a spreadsheet with one assignment in a row. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const format = formatOf(new URL(request.url).searchParams)
  if (!can(actor, 'training.export') || !format) return new Response('Not found', { status: 404 })
  const file = await exportDone(actor, format)
  if (!file.ok) {
    log('warn', 'export refused', { kind: 'training', reason: file.message })
    return new Response(file.message, { status: 503 })
  }
  return fileAnswer(file.value.stream, file.value.name)
}
