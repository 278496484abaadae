import { takeCertificate } from '#lib/flows/outside-certificate'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { env } from '#lib/platform/env'
import { isSameOrigin } from '#lib/platform/front-door'
import { assignedTo } from '#lib/training/take-queries'
import { readForm } from '../../../../evidence/upload/read-form.ts'

const says = (status: number, message: string) =>
  Response.json({ ok: false, message }, { status, headers: { 'cache-control': 'no-store' } })

/** Takes the certificate of a course held elsewhere. Who has nothing to do there is refused before a byte of it is read. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assignmentId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return says(403, 'This came from another page.')
  const actor = await currentActor()
  if (!actor) return says(401, 'You are signed out.')
  const { assignmentId } = await params
  const own = can(actor, 'training.take-own') && (await assignedTo(actor, [assignmentId])).has(assignmentId)
  if (!own) return says(404, 'This does not exist.')
  const form = await readForm(request, env().maxFileBytes)
  if (!form.ok) return says(200, form.message)
  try {
    const result = await takeCertificate(actor, assignmentId, form)
    return result.ok ? Response.json({ ok: true, ...result.value }) : says(200, result.message)
  } finally {
    await form.spool.close()
  }
}
