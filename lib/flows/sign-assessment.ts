import { contentOf } from '#lib/assessments/content'
import { freeze, statementFor } from '#lib/assessments/freeze'
import { may, mayReadWhole, visibleWhole } from '#lib/assessments/policy'
import { progressOf, totalOf } from '#lib/assessments/progress'
import { countersignInput, signInput } from '#lib/assessments/schema'
import {
  type Locked,
  lockAssessment,
  recordOf,
  refuseArchived,
  refuseSigned,
  settle,
  touched,
} from '#lib/assessments/store'
import { factsOf } from '#lib/assessments/system-facts'
import { questionsFor } from '#lib/assessments/templates'
import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, squeeze } from '#lib/base/text'
import { roleLabel } from '#lib/kernel/access'
import { defineCommand, staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { draftContent } from './assessment-content.ts'

/** A typed name counts when it is the signer’s own, however it is spaced and capitalised. */
function checkName({ actor }: CommandContext, typed: string): void {
  const same = (name: string) => squeeze(name).toLowerCase()
  if (same(typed) !== same(actor.name))
    throw invalid('Please check the marked fields.', {
      name: `Type your name as it stands here: ${actor.name}.`,
    })
}

async function unanswered({ tx }: CommandContext, { id, kind, system }: Locked): Promise<number> {
  const given = await tx.assessmentAnswer.findMany({
    where: { assessmentId: id },
    select: { question: true, carriedOver: true },
  })
  const questions = questionsFor(kind, system ? factsOf(system) : null)
  const { asked, answered } = totalOf(
    progressOf(kind, questions, new Map(given.map((answer) => [answer.question, answer]))),
  )
  return asked - answered
}

async function addSignature(
  { tx, actor, now }: CommandContext,
  copy: { id: string; sha256: string },
  name: string,
  statement: string,
): Promise<void> {
  await tx.assessmentSignature.create({
    data: {
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      copyId: copy.id,
      personId: actor.personId,
      name: squeeze(name),
      role: roleLabel(actor),
      statement,
      sha256: copy.sha256,
      signedAt: now,
    },
  })
}

/**
 * Freezes an assessment with everything it rests on as of now, and signs that copy. From then on nothing of it can be
 * changed: a correction is another copy.
 */
export const signAssessment = defineCommand({
  name: 'assessment.sign',
  permission: 'assessment.sign',
  input: signInput,
  run: async (context, { id, version, name }) => {
    const { tx, actor, now, today } = context
    const found = await lockAssessment(context, id)
    refuseArchived(found)
    if (!may(actor, 'sign', found) || !mayReadWhole(actor, found)) throw forbidden()
    refuseSigned(found)
    if (found.version !== version) throw await staleVersion(tx, recordOf(found).kind, id)
    checkName(context, name)
    const open = await unanswered(context, found)
    if (open > 0)
      throw conflict(
        `${count(open, 'question')} not answered or confirmed yet. Answer them before it is frozen.`,
      )
    const last = await tx.assessmentCopy.findFirst({
      where: { assessmentId: id },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const number = (last?.number ?? 0) + 1
    const content = {
      ...(await draftContent(tx, actor, id, today)),
      copy: { number, reason: found.correction, frozenAt: now.toISOString(), frozenBy: actor.name },
    }
    const { text, sha256 } = freeze(content)
    const copyId = newId(now.getTime())
    await tx.assessmentCopy.create({
      data: {
        ...{ id: copyId, practiceId: actor.practiceId, assessmentId: id, number, sha256, content: text },
        frozenAt: now,
        frozenById: actor.personId,
        reason: found.correction,
      },
    })
    await addSignature(context, { id: copyId, sha256 }, name, statementFor(content, sha256, true))
    await tx.assessment.update({
      where: { id },
      data: { state: 'signed', signedOn: dateOf(today), correction: '', ...touched(now) },
    })
    return {
      value: { id, number, sha256 },
      events: [
        {
          sentence: `Froze copy ${number} and signed it (SHA-256 ${sha256})`,
          record: recordOf(found),
          ...(found.correction ? { reason: found.correction } : {}),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** Puts another name under a copy that is frozen already. Nothing of the copy changes. */
export const countersignAssessment = defineCommand({
  name: 'assessment.countersign',
  permission: 'assessment.sign',
  input: countersignInput,
  run: async (context, { id, number, sha256, name }) => {
    const { tx, actor, now } = context
    const found = await lockAssessment(context, id, visibleWhole(actor))
    refuseArchived(found)
    if (!may(actor, 'sign', found)) throw forbidden()
    const copy = await tx.assessmentCopy.findFirst({
      where: { assessmentId: id, number },
      select: { id: true, sha256: true, content: true, signatures: { select: { personId: true } } },
    })
    if (!copy) throw notFound()
    if (copy.sha256 !== sha256) throw conflict('This is not the copy that you were shown. Open it again.')
    if (copy.signatures.some(({ personId }) => personId === actor.personId))
      throw conflict('You have signed this copy already.')
    checkName(context, name)
    await addSignature(context, copy, name, statementFor(contentOf(copy.content), copy.sha256, false))
    await tx.assessment.update({ where: { id }, data: touched(now) })
    return {
      value: { id, number },
      events: [{ sentence: `Signed copy ${number} as well (SHA-256 ${sha256})`, record: recordOf(found) }],
    }
  },
})
