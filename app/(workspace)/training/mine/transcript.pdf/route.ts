import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { noteOwnTranscript } from '#lib/training/own-paper-commands'
import { transcriptPaper } from '#lib/training/papers/transcript-paper'
import { ownTrainings } from '#lib/training/person-queries'
import { pdfAnswer } from '../../../pdf-answer.ts'

/** Everything that somebody was assigned and ever signed, for themselves. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const person = can(actor, 'training.take-own') ? await ownTrainings(actor) : null
  if (!person || person.assignments.length === 0) return new Response('Not found', { status: 404 })
  const { practiceName, timeZone } = actor
  const paper = transcriptPaper(person, { practiceName, timeZone, at: now(), today: todayFor(actor) })
  return pdfAnswer(paper, `${person.ref} ${person.name} training.pdf`, (sha256) =>
    noteOwnTranscript(actor, { sha256 }),
  )
}
