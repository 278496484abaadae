import { isId } from '#lib/base/ids'
import { readBinderPaper } from '#lib/flows/training-binder-paper'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { noteBinder } from '#lib/training/binder-command'
import { pdfAnswer } from '../../../pdf-answer.ts'

/** The binder of a campaign to be read and printed. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const { id } = await params
  const binder = can(actor, 'training.export') && isId(id) ? await readBinderPaper(actor, id) : null
  if (!binder) return new Response('Not found', { status: 404 })
  return pdfAnswer(binder.paper, binder.name, (sha256) => noteBinder(actor, { id, format: 'pdf', sha256 }))
}
