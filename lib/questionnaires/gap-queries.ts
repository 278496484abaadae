import { type Day, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { latestAnswers } from './answers.ts'
import { maySettle } from './policy.ts'
import { inWords, questionsOf } from './question.ts'

/** A gap as whoever settles it sees it: they may be nobody who reads questionnaires. */
export interface GapToSettle {
  id: string
  questionnaireId: string
  ref: string
  vendorName: string
  ask: string
  answer: string
  answerNote: string
  missing: string
  settleBy: Day | null
  ownerName: string | null
  /** What settles it no longer: it is settled, archived, or goes on in the next questionnaire. */
  over: boolean
  /** Whether the actor may also open the questionnaire. */
  isReadable: boolean
}

const openTo = (actor: Actor) =>
  maySettle(actor, null) ? {} : { gapOwnerId: can(actor, 'questionnaire.settle-own') ? actor.personId : '' }

/** The gap for whoever may settle it; null for everybody else. */
export async function gapToSettle(actor: Actor, id: string): Promise<GapToSettle | null> {
  const scope = openTo(actor)
  if (!isId(id) || scope.gapOwnerId === '') return null
  return read(actor, async (tx) => {
    const gap = await tx.questionnaireScore.findFirst({
      where: { id, verdict: 'gap', ...scope },
      select: {
        id: true,
        question: true,
        note: true,
        settleBy: true,
        settledOn: true,
        goesOn: true,
        gapOwner: { select: { name: true } },
        questionnaire: {
          select: {
            id: true,
            ref: true,
            archivedAt: true,
            vendor: { select: { name: true } },
            templateVersion: { select: { questions: true } },
          },
        },
      },
    })
    if (!gap) return null
    const { questionnaire, gapOwner, question: key, settledOn, goesOn } = gap
    const question = questionsOf(questionnaire.templateVersion.questions).find((one) => one.key === key)
    const { value, note } = (await latestAnswers(tx, questionnaire.id))(key)
    return {
      id,
      questionnaireId: questionnaire.id,
      ref: questionnaire.ref,
      vendorName: questionnaire.vendor.name,
      ask: question?.ask ?? '',
      answer: question ? inWords(question, value) : value,
      answerNote: note,
      missing: gap.note,
      settleBy: dayOrNull(gap.settleBy),
      ownerName: gapOwner?.name ?? null,
      over: settledOn !== null || goesOn || questionnaire.archivedAt !== null,
      isReadable: can(actor, 'questionnaire.read'),
    }
  })
}

/** The questionnaire of a gap, and the gap's question: where links to its duty lead. Null for those who may not read it. */
export function placeOfGap(
  actor: Actor,
  id: string,
): Promise<{ questionnaireId: string; question: string } | null> {
  if (!isId(id) || !can(actor, 'questionnaire.read')) return Promise.resolve(null)
  return read(actor, (tx) =>
    tx.questionnaireScore.findUnique({ where: { id }, select: { questionnaireId: true, question: true } }),
  )
}

/** Which of these records of duties are gaps that the actor is named for. One statement. */
export async function gapsAnsweredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'questionnaire.settle-own')) return new Set()
  const found = await read(actor, (tx) =>
    tx.questionnaireScore.findMany({
      where: { id: { in: [...new Set(ids)] }, gapOwnerId: actor.personId },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
