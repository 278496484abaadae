import { dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { squeeze } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { textHash, textIn } from '#lib/law/lessons/course-content'
import { reportInWords } from '#lib/law/lessons/course-package'
import { sealedAttestation } from './attestation.ts'
import { type Grade, grade } from './grade.ts'
import type { Method } from './options.ts'
import { reportedBy } from './package-kept.ts'
import { assignmentKind, type SignInput } from './schema.ts'
import { settleAssignments } from './store.ts'
import { findTaking, type Taking, type Taught } from './taking.ts'

/** Who signs, and how; the place of whoever signs at a tablet is known by it. */
export interface Signer {
  personId: string
  method: Extract<Method, 'own-device' | 'kiosk' | 'certificate'>
}

/** What was signed. `again`: it had been signed before, by a tap or a send that came twice. */
export interface Signed {
  attestationId: string
  sha256: string
  again: boolean
}

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now' | 'today'>

/** An assignment as the audit trail names it. */
export const assignmentRecord = ({ id, campaign, person }: Pick<Taking, 'id' | 'campaign' | 'person'>) => ({
  kind: assignmentKind,
  id,
  label: `${campaign.ref} ${campaign.title}, ${person.name}`,
})

/** The assignment of this person, locked until the transaction ends; else not found. */
export async function lockTaking({ tx }: Context, id: string, personId: string): Promise<Taking> {
  await tx.$executeRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await findTaking(tx, id, personId)
  if (!found) throw notFound()
  return found
}

/** The course as it is taught now, when that is what was read. */
export function asRead({ taught }: Taking, versionId: string): Taught {
  if (!taught) throw conflict('There is nothing to read yet. Your compliance officer knows.')
  if (taught.versionId !== versionId)
    throw conflict(
      'The text was changed while you were reading. Nothing was signed: please read what is new.',
    )
  return taught
}

/**
 * Signs an assignment: exactly the text that was read, the sentence that was shown, and answers that pass. In the caller's
 * transaction; signed a second time it gives back the first signature and writes nothing.
 */
export async function sign(
  context: Context,
  { personId, method }: Signer,
  input: SignInput,
): Promise<{ value: Signed; events: EventDraft[]; due: DueSync[] }> {
  const { tx, actor, now, today } = context
  const taking = await lockTaking(context, input.id, personId)
  const [last] = taking.attestations
  if (taking.signedAt && last)
    return { value: { attestationId: last.id, sha256: last.sha256, again: true }, events: [], due: [] }
  if (taking.closedFor) throw conflict('This training is closed, so it can no longer be signed.')
  const taught = asRead(taking, input.versionId)
  const { language, text } = textIn(taught.content, input.language)
  const graded = grade(text.questions, input.answers, taught.content.passPercent)
  if (!graded.passed) throw failed(graded, text.questions.length)
  const played = text.package ? await reportedBy(tx, taking, text.package, taught.content.passPercent) : null
  if (text.package && !played)
    throw conflict('The package of this lesson has not reported yet that it is done.')
  if (text.package && method === 'kiosk')
    throw conflict('This training plays a package, so it is signed on a device of one’s own.')
  if (squeeze(input.name).toLowerCase() !== squeeze(taking.person.name).toLowerCase())
    throw invalid('Please check the marked fields.', {
      name: `Type your name as it stands here: ${taking.person.name}.`,
    })
  const statement = statementOf(language, {
    personName: taking.person.name,
    courseTitle: text.title,
    practiceName: actor.practiceName,
  })
  if (input.statement !== statement)
    throw conflict(
      'The sentence to sign was changed while you were reading. Nothing was signed: please read it again.',
    )

  const { content, sha256 } = sealedAttestation({
    practice: { id: actor.practiceId, name: actor.practiceName },
    person: {
      ...{ id: personId, ref: taking.person.ref, name: taking.person.name },
      ...{ jobTitle: taking.person.jobTitle, staffNumber: taking.person.staffNumber ?? '' },
    },
    site: taking.site?.name ?? '',
    campaign: {
      ...{ id: taking.campaign.id, ref: taking.campaign.ref },
      ...{ title: taking.campaign.title, occasion: taking.campaign.occasion },
    },
    assignment: {
      ...{ id: taking.id, round: taking.round },
      ...{ assignedOn: dayOf(taking.assignedOn), dueOn: dayOf(taking.dueOn) },
    },
    course: {
      ...{ versionId: taught.versionId, ref: taught.content.ref, number: taught.number, title: text.title },
      ...{ sha256: taught.sha256, textSha256: textHash(taught.content, language) },
    },
    language,
    statement,
    typedName: squeeze(input.name),
    answers: text.questions.map(({ key }) => ({ question: key, chosen: input.answers[key] ?? '' })),
    ...(played ? { package: played } : {}),
    score: graded.asked > 0 ? { right: graded.right, asked: graded.asked, misses: taking.misses } : null,
    signedAt: now.toISOString(),
    signedOn: today,
    method,
    address: input.address,
    browser: input.browser,
    recordedBy: null,
    sheet: null,
  })
  const id = newId(now.getTime())
  await tx.attestation.create({
    data: {
      ...{ id, practiceId: actor.practiceId, assignmentId: taking.id, round: taking.round, personId },
      ...{ courseVersionId: taught.versionId, signedAt: now, method, language, content, sha256 },
      right: graded.asked > 0 ? graded.right : null,
      asked: graded.asked > 0 ? graded.asked : null,
    },
  })
  await tx.assignment.update({
    where: { id: taking.id },
    data: {
      ...{ signedAt: now, signedOn: dateOf(today), pausedOn: null, version: { increment: 1 } },
      startedAt: taking.startedAt ?? now,
    },
  })
  return {
    value: { attestationId: id, sha256, again: false },
    events: [
      {
        sentence: `Signed version ${taught.number} of “${text.title}”${graded.asked > 0 ? ` with ${graded.right} of ${graded.asked} right` : ''}${played ? `; as the package reported: ${reportInWords(played)}` : ''} (SHA-256 ${sha256})`,
        record: assignmentRecord(taking),
      },
    ],
    due: await settleAssignments(context, { id: taking.id }),
  }
}

function failed({ right, asked, open }: Grade, all: number) {
  return open.length > 0
    ? conflict(`${open.length} of ${all} questions are not answered yet.`)
    : conflict(
        `${right} of ${asked} answers are right, which is not enough. Look at the lesson again and try once more.`,
      )
}
