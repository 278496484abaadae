import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { noteTranscript } from '#lib/training/paper-commands'
import { transcriptPaper } from '#lib/training/papers/transcript-paper'
import { personTraining } from '#lib/training/person-queries'
import { pdfAnswer } from '../../../../pdf-answer.ts'

/** Everything that a person was assigned and ever signed. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ personId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const { personId } = await params
  const person = can(actor, 'training.export')
    ? await personTraining(actor, personId, 'training.export')
    : null
  if (!person || person.assignments.length === 0) return new Response('Not found', { status: 404 })
  const { practiceName, timeZone } = actor
  const paper = transcriptPaper(person, { practiceName, timeZone, at: now(), today: todayFor(actor) })
  return pdfAnswer(paper, `${person.ref} ${person.name} training.pdf`, (sha256) =>
    noteTranscript(actor, { personId, sha256 }),
  )
}
