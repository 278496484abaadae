import { type AnswerValue, answerOptions, type Kind, wanting } from '#lib/assessments/options'
import { may } from '#lib/assessments/policy'
import { findingInput } from '#lib/assessments/schema'
import { type Locked, lockAssessment, recordOf, refuseArchived } from '#lib/assessments/store'
import { questionOf } from '#lib/assessments/templates'
import { dateOf, dayIn, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { shorten } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { optionLabel } from '#lib/kernel/table'
import type { RiskCategory } from '#lib/law/library'
import { riskPrefix } from '#lib/risks/schema'
import { recordOf as riskRecord, settle as settleRisks } from '#lib/risks/store'

const categories: Record<Kind, RiskCategory> = {
  'ai-rmf': 'operational',
  'privacy-impact': 'privacy',
  'section-1557': 'bias',
  'source-attributes': 'operational',
  'security-risk-analysis': 'security',
}

const mostOfTitle = 160

/** What a finding says as a risk: in the words of the question, to be made the practice’s own. Nobody has scored it then. */
async function inWords({ tx, actor }: CommandContext, found: Locked, key: string) {
  const question = questionOf(found.kind, key)
  const given = await tx.assessmentAnswer.findFirst({
    where: { assessmentId: found.id, question: key },
    select: { answer: true, note: true, answeredAt: true, answeredBy: { select: { name: true } } },
  })
  if (!question || !given) throw notFound()
  const answer = given.answer as AnswerValue
  if (!wanting.includes(answer))
    throw conflict(
      `It is answered “${optionLabel(answerOptions, answer)}”: there is nothing to make a risk of.`,
    )
  const said = optionLabel(answerOptions, answer)
  const on = formatDay(dayIn(actor.timeZone, given.answeredAt))
  const system = found.systemId
    ? await tx.aiSystem.findUnique({ where: { id: found.systemId }, select: { name: true } })
    : null
  return {
    question,
    facts: {
      title: shorten(`${system ? `${system.name}: gap` : 'Gap'} in “${question.title}”`, mostOfTitle),
      cause: `${question.text} Answered “${said}” by ${given.answeredBy.name} on ${on} in ${found.ref}.${given.note ? ` Note: ${given.note}` : ''}`,
      vulnerability: shorten(
        `${answer === 'partly' ? 'Only partly there' : 'Not there'}: ${question.good || question.text}`,
        900,
      ),
      category: categories[found.kind],
    },
  }
}

/** Makes a risk of an answer that wants something done, linked both ways. */
export const makeRiskOfFinding = defineCommand({
  name: 'assessment.make-risk',
  permission: 'assessment.edit',
  input: findingInput,
  run: async (context, { id, question: key }) => {
    const { tx, actor, now, today } = context
    const found = await lockAssessment(context, id)
    refuseArchived(found)
    if (!may(actor, 'edit', found)) throw forbidden()
    requireAt(actor, 'risk.edit', found.siteIds)
    const { question, facts } = await inWords(context, found, key)
    const there = await tx.assessmentFinding.findFirst({
      where: { assessmentId: id, question: key, risk: { closedOn: null, archivedAt: null } },
      select: { risk: { select: { ref: true } } },
    })
    if (there) throw conflict(`${there.risk.ref} was made of this answer already.`)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, riskPrefix, 1)
    const riskId = newId(now.getTime())
    const { practiceId } = actor
    await tx.risk.create({
      data: {
        ...{ ...facts, id: riskId, practiceId, ref, ownerId: found.ownerId },
        identifiedOn: dateOf(today),
        createdAt: now,
        updatedAt: now,
      },
    })
    if (found.systemId) await tx.riskSystem.create({ data: { practiceId, riskId, systemId: found.systemId } })
    if (question.requirement)
      await tx.riskRequirement.create({ data: { practiceId, riskId, ...question.requirement } })
    await tx.assessmentFinding.create({
      data: { id: newId(now.getTime()), practiceId, assessmentId: id, question: key, riskId, createdAt: now },
    })
    const risk = riskRecord({ id: riskId, ref, title: facts.title })
    return {
      value: { id, riskId, ref },
      events: [
        { sentence: `Made ${ref} of the answer to “${shorten(question.text, 90)}”`, record: recordOf(found) },
        { sentence: `Added ${risk.label} to the register, from ${found.ref}`, record: risk },
      ],
      due: await settleRisks(context, { id: riskId }),
    }
  },
})
