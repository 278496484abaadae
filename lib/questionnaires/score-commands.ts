import { dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, shorten } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { requireHere } from '#lib/people/works-here'
import { latestAnswers } from './answers.ts'
import { verdicts } from './options.ts'
import { maySettle, visible } from './policy.ts'
import { questionsOf } from './question.ts'
import * as schema from './schema.ts'
import { type LockedQuestionnaire, lockForEdit, lockWhere, recordOf, settle, touched } from './store.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** How much of a question stands in the name of a duty. */
const ASKED = 90

async function toScore(context: CommandContext, id: string, version: number): Promise<LockedQuestionnaire> {
  const found = await lockForEdit(context, id, version)
  requireAt(context.actor, 'questionnaire.score', [])
  if (!found.submittedAt) throw conflict('The answers are not submitted: they may still change.')
  return found
}

/** What the practice thinks of one answer. A gap becomes a duty of whoever is named for it. */
export const scoreAnswer = defineCommand({
  name: 'questionnaire.score',
  permission: 'questionnaire.score',
  input: schema.scoreInput,
  run: async (context, { id, version, question: key, verdict, note, gapOwnerId, settleBy }) => {
    const { tx, actor, now, today } = context
    const found = await toScore(context, id, version)
    const question = questionsOf(found.templateVersion.questions).find((one) => one.key === key)
    if (!question) throw notFound()
    const before = await tx.questionnaireScore.findFirst({
      where: { questionnaireId: id, question: key },
      select: { id: true, verdict: true, gapOwnerId: true, settleBy: true, goesOn: true },
    })
    if (before?.goesOn) throw conflict('This gap goes on in the next questionnaire: look at it there.')
    const isGap = verdict === 'gap'
    const movedDay = settleBy !== null && before?.settleBy?.getTime() !== dateOf(settleBy).getTime()
    if (isGap && movedDay && settleBy < today) throw wrong('settleBy', 'This day has passed.')
    const owner = isGap ? (gapOwnerId ?? found.senderId) : null
    if (owner) await requireOwner(context, owner, before?.gapOwnerId ?? null)
    const { id: answerId } = (await latestAnswers(tx, id))(key)
    const data = {
      answerId,
      verdict,
      note,
      asked: shorten(question.ask, ASKED),
      scoredOn: dateOf(today),
      scoredByName: actor.name,
      carried: false,
      gapOwnerId: owner,
      settleBy: isGap && settleBy ? dateOf(settleBy) : null,
      settledOn: null,
      settledByName: '',
      settledHow: '',
    }
    const scoreId = before?.id ?? newId(now.getTime())
    if (before) await tx.questionnaireScore.update({ where: { id: scoreId }, data })
    else
      await tx.questionnaireScore.create({
        data: { ...data, id: scoreId, practiceId: actor.practiceId, questionnaireId: id, question: key },
      })
    await tx.questionnaire.update({ where: { id }, data: touched(now) })
    const record = recordOf(found)
    const until = isGap && settleBy ? `, to be settled by ${formatDay(settleBy)}` : ''
    const words = optionLabel(verdicts, verdict).toLowerCase()
    const ended = { kind: record.kind, recordId: scoreId, recordLabel: record.label, siteIds: [] }
    return {
      value: { id },
      events: [
        {
          sentence: `Found the answer to “${shorten(question.ask, ASKED)}” ${isGap ? 'to be a gap' : words}${until}`,
          record,
          ...(note === '' ? {} : { reason: note }),
        },
      ],
      due: [
        ...(await settle(context, { id })),
        ...(isGap ? [] : [{ ...ended, ownerId: null, backupId: null, duties: [] }]),
      ],
    }
  },
})

async function requireOwner(context: CommandContext, ownerId: string, before: string | null): Promise<void> {
  try {
    await requireHere(context, { ownerId }, { ownerId: before })
  } catch {
    throw wrong(
      'gapOwnerId',
      'This person does not work here any more, or may only look on. Choose somebody else.',
    )
  }
}

/** Says that every answer has been looked at. */
export const finishScoring = defineCommand({
  name: 'questionnaire.finish',
  permission: 'questionnaire.score',
  input: schema.versionInput,
  run: async (context, { id, version }) => {
    const { tx, now } = context
    const found = await toScore(context, id, version)
    if (found.scoredAt) throw conflict('That is said already.')
    const answer = await latestAnswers(tx, id)
    const scores = await tx.questionnaireScore.findMany({
      where: { questionnaireId: id },
      select: { question: true, answerId: true, verdict: true },
    })
    const judged = new Set(
      scores.filter((score) => score.answerId === answer(score.question).id).map(({ question }) => question),
    )
    const questions = questionsOf(found.templateVersion.questions)
    const left = questions.filter(({ key }) => !judged.has(key)).length
    if (left > 0) throw conflict(`${count(left, 'answer')} still to be looked at.`)
    await tx.questionnaire.update({ where: { id }, data: { scoredAt: now, ...touched(now) } })
    const gaps = scores.filter(({ verdict }) => verdict === 'gap').length
    return {
      value: { id },
      events: [
        {
          sentence: `Looked through all ${questions.length} answers and found ${gaps === 0 ? 'no gaps' : count(gaps, 'gap')}`,
          record: recordOf(found),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** Whoever scores, and whoever is named for a gap, says how it was settled. */
export const settleGap = defineCommand({
  name: 'questionnaire.settle-gap',
  permission: 'questionnaire.settle-own',
  input: schema.settleInput,
  run: async (context, { gapId, how }) => {
    const { tx, actor, now, today } = context
    const gap = await tx.questionnaireScore.findFirst({
      where: { id: gapId, verdict: 'gap' },
      select: { questionnaireId: true },
    })
    // Its questionnaire first: scoring locks in that order too.
    const found = gap && (await lockWhere(context, gap.questionnaireId, {}))
    const current = await tx.questionnaireScore.findFirst({
      where: { id: gapId, verdict: 'gap' },
      select: { asked: true, gapOwnerId: true, settledOn: true, goesOn: true },
    })
    if (!found || !current) throw notFound()
    if (!maySettle(actor, current.gapOwnerId)) {
      const seen = await tx.questionnaire.count({ where: { AND: [{ id: found.id }, visible(actor)] } })
      throw seen > 0 ? forbidden() : notFound()
    }
    if (found.archivedAt) throw conflict('This questionnaire is archived. Restore it first.')
    if (current.settledOn) throw conflict('This gap is settled already.')
    if (current.goesOn) throw conflict('This gap goes on in the next questionnaire: settle it there.')
    await tx.questionnaireScore.update({
      where: { id: gapId },
      data: { settledOn: dateOf(today), settledByName: actor.name, settledHow: how },
    })
    await tx.questionnaire.update({ where: { id: found.id }, data: touched(now) })
    return {
      value: { id: found.id },
      events: [{ sentence: `Settled the gap “${current.asked}”`, reason: how, record: recordOf(found) }],
      due: await settle(context, { id: found.id }),
    }
  },
})
