import { openBinder } from '#lib/flows/training-binder'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { fileAnswer } from '../../../file-answer.ts'

/** Everything about a campaign, with the hash of every file, for whoever asks how people were trained. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  if (!can(actor, 'training.export')) return new Response('Not found', { status: 404 })
  const binder = await openBinder(actor, (await params).id)
  if (!binder.ok) {
    const isGone = binder.code === 'not-found' || binder.code === 'invalid'
    return new Response(isGone ? 'Not found' : binder.message, { status: isGone ? 404 : 503 })
  }
  return fileAnswer(binder.value.stream, binder.value.name)
}
