import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import { latestAnswers } from './answers.ts'
import { answersBefore } from './detail-queries.ts'
import type { GuestContext } from './guest-door.ts'
import { changeSince } from './judge.ts'
import { recordOf } from './store.ts'

interface Carried {
  scores: number
  /** The questionnaire whose open gaps go on here, when there are any. */
  from: string[]
  events: EventDraft[]
}

const none: Carried = { scores: 0, from: [], events: [] }

const isoDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/**
 * What the practice thought of an answer a year before holds for the same answer now. A gap that is still open goes on
 * here, with its owner and its day, and asks for nothing there any more. Four statements, however many questions.
 */
export async function carryScores({
  tx,
  actor,
  now,
  questionnaire,
  questions,
}: GuestContext): Promise<Carried> {
  const { id: questionnaireId, previousId } = questionnaire
  if (!previousId) return none
  const previous = await tx.questionnaire.findUniqueOrThrow({
    where: { id: previousId },
    select: {
      id: true,
      ref: true,
      vendor: { select: { name: true } },
      scores: { where: { goesOn: false } },
    },
  })
  const there = await tx.questionnaireScore.findMany({
    where: { questionnaireId },
    select: { question: true },
  })
  const [answer, before] = [await latestAnswers(tx, questionnaireId), await answersBefore(tx, previousId)]
  const taken = new Set(there.map(({ question }) => question))
  const carried = questions.flatMap((question) => {
    const last = before(question.key)
    const given = answer(question.key)
    const score = previous.scores.find((one) => one.question === question.key)
    if (!score || !last || taken.has(question.key) || score.answerId !== last.answer.id) return []
    const same = changeSince({ question, answer: given, confirmed: given.confirmed }, last) === 'same'
    return same ? [{ score, answerId: given.id }] : []
  })
  if (carried.length === 0) return none
  await insertRows(
    tx,
    'QuestionnaireScore',
    carried.map(({ score, answerId }) => ({
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      questionnaireId,
      question: score.question,
      asked: score.asked,
      answerId,
      verdict: score.verdict,
      note: score.note,
      scoredOn: isoDay(score.scoredOn),
      scoredByName: score.scoredByName,
      carried: true,
      gapOwnerId: score.gapOwnerId,
      settleBy: isoDay(score.settleBy),
      settledOn: isoDay(score.settledOn),
      settledByName: score.settledByName,
      settledHow: score.settledHow,
      goesOn: false,
    })),
  )
  const open = carried.filter(({ score }) => score.verdict === 'gap' && !score.settledOn)
  if (open.length === 0) return { scores: carried.length, from: [], events: [] }
  await tx.questionnaireScore.updateMany({
    where: { id: { in: open.map(({ score }) => score.id) } },
    data: { goesOn: true },
  })
  const sentence = `${count(open.length, 'open gap goes', 'open gaps go')} on in ${questionnaire.ref}, where the answer is the same`
  return {
    scores: carried.length,
    from: [previousId],
    events: [{ sentence: `Carried over: ${sentence}`, record: recordOf(previous) }],
  }
}
