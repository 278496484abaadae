import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { now } from '#lib/platform/clock'
import { noteOwnCertificate } from '#lib/training/own-paper-commands'
import { certificatePaper } from '#lib/training/papers/certificate-paper'
import { certifiable, ownTrainings } from '#lib/training/person-queries'
import { pdfAnswer } from '../../../../pdf-answer.ts'

/** One own signature on one page. There is none for a signature that was taken back. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const { id } = await params
  const person = can(actor, 'training.take-own') ? await ownTrainings(actor) : null
  const found = person && certifiable(person, id)
  if (!person || !found) return new Response('Not found', { status: 404 })
  const campaign = `${found.campaign.ref} ${found.campaign.title}`
  const paper = certificatePaper(found.signature, { timeZone: actor.timeZone, at: now(), campaign })
  return pdfAnswer(paper, `${person.ref} ${found.campaign.ref} certificate.pdf`, (sha256) =>
    noteOwnCertificate(actor, { id, sha256 }),
  )
}
