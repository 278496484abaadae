import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type Answer, latestAnswers } from './answers.ts'
import { type Change, changeSince, worriesOf } from './judge.ts'
import type { Verdict } from './options.ts'
import { visible } from './policy.ts'
import { rowSelect, toRow } from './queries.ts'
import { type Question, questionsOf } from './question.ts'
import { questionnaireKind } from './schema.ts'
import type { QuestionnaireRow } from './table.ts'

/** What the practice thinks of an answer. */
export interface Score {
  id: string
  verdict: Verdict
  note: string
  scoredOn: Day
  scoredByName: string
  carried: boolean
  /** The answer was changed since: it has to be looked at again. */
  outdated: boolean
  gapOwnerId: string | null
  gapOwnerName: string | null
  settleBy: Day | null
  settledOn: Day | null
  settledByName: string
  settledHow: string
  goesOn: boolean
}

/** One question with its answer, the answer of the year before, and what the practice thinks of it. */
export interface Item {
  question: Question
  answer: Answer
  before: { question: Question; answer: Answer } | null
  change: Change
  worries: string[]
  score: Score | null
}

/** Everything the page of one questionnaire shows. */
export interface QuestionnaireDetail extends QuestionnaireRow {
  templateId: string
  note: string
  submittedAt: Date | null
  submittedByTitle: string
  previousId: string | null
  /** The one of the year after. */
  next: { id: string; ref: string } | null
  /** The newest link that was not withdrawn; it works until it ends. */
  link: { expiresAt: Date; works: boolean } | null
  items: Item[]
  visits: { id: string; at: Date; address: string; browser: string; outcome: string }[]
  duties: { id: string; key: string; title: string; dueOn: Day; ownerName: string | null }[]
  history: HistoryEntry[]
}

const scoreSelect = {
  id: true,
  question: true,
  answerId: true,
  verdict: true,
  note: true,
  scoredOn: true,
  scoredByName: true,
  carried: true,
  gapOwnerId: true,
  gapOwner: { select: { name: true } },
  settleBy: true,
  settledOn: true,
  settledByName: true,
  settledHow: true,
  goesOn: true,
} as const satisfies Prisma.QuestionnaireScoreSelect

type ScoreFound = Prisma.QuestionnaireScoreGetPayload<{ select: typeof scoreSelect }>

function toScore(found: ScoreFound, answerId: string | null): Score {
  const { gapOwner, answerId: judged, question: _, ...plain } = found
  return {
    ...plain,
    verdict: found.verdict as Verdict,
    scoredOn: dayOf(found.scoredOn),
    outdated: judged !== answerId,
    gapOwnerName: gapOwner?.name ?? null,
    settleBy: dayOrNull(found.settleBy),
    settledOn: dayOrNull(found.settledOn),
  }
}

/** Questions and answers of the questionnaire before; empty when there was none. */
export async function answersBefore(
  tx: Tx,
  previousId: string | null,
): Promise<(question: string) => Item['before']> {
  const previous = previousId
    ? await tx.questionnaire.findUnique({
        where: { id: previousId },
        select: { templateVersion: { select: { questions: true } } },
      })
    : null
  if (!previous || !previousId) return () => null
  const questions = new Map(
    questionsOf(previous.templateVersion.questions).map((question) => [question.key, question]),
  )
  const answer = await latestAnswers(tx, previousId)
  return (key) => {
    const question = questions.get(key)
    return question ? { question, answer: answer(key) } : null
  }
}

/** One questionnaire in full; null when it does not exist or the actor may not read it. */
export async function getQuestionnaire(actor: Actor, id: string): Promise<QuestionnaireDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.questionnaire.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...rowSelect,
        note: true,
        submittedByTitle: true,
        previousId: true,
        next: { where: { archivedAt: null }, select: { id: true, ref: true }, take: 1 },
        templateVersion: { select: { name: true, number: true, templateId: true, questions: true } },
        links: {
          where: { revokedAt: null },
          select: { id: true, expiresAt: true },
          orderBy: { createdAt: 'desc' },
          take: 1,
        },
        scores: { select: scoreSelect },
        visits: {
          select: { id: true, at: true, address: true, browser: true, outcome: true },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: 50,
        },
      },
    })
    if (!found) return null
    const [answer, before] = [await latestAnswers(tx, id), await answersBefore(tx, found.previousId)]
    const scores = new Map(found.scores.map((score) => [score.question, score]))
    const today = todayFor(actor)
    const [link] = found.links
    const duties = await tx.obligation.findMany({
      where: {
        recordKind: questionnaireKind,
        recordId: { in: [id, ...found.scores.map((score) => score.id)] },
        state: 'open',
      },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, owner: { select: { name: true } } },
    })
    return {
      ...toRow(found, actor),
      templateId: found.templateVersion.templateId,
      note: found.note,
      submittedAt: found.submittedAt,
      submittedByTitle: found.submittedByTitle,
      previousId: found.previousId,
      next: found.next[0] ?? null,
      link: link ? { expiresAt: link.expiresAt, works: link.expiresAt > now() } : null,
      items: questionsOf(found.templateVersion.questions).map((question): Item => {
        const given = answer(question.key)
        const last = before(question.key)
        const score = scores.get(question.key)
        return {
          question,
          answer: given,
          before: last,
          change: changeSince({ question, answer: given, confirmed: given.confirmed }, last),
          worries: worriesOf(question, filesConfirmed(given, last), today),
          score: score ? toScore(score, given.id) : null,
        }
      }),
      visits: found.visits,
      duties: duties.map(({ owner, dueOn, ...duty }) => ({
        ...duty,
        dueOn: dayOf(dueOn),
        ownerName: owner?.name ?? null,
      })),
      history: await recordHistory(tx, questionnaireKind, id, 50),
    }
  })
}

/** Files of the year before that whoever answered says still count. */
function filesConfirmed(answer: Answer, before: Item['before']): Answer {
  return answer.confirmed && before ? { ...answer, files: answer.files + before.answer.files } : answer
}

/** How many answers are fine, gaps, beside the point, and still to be looked at. */
export function tallyOf(items: readonly Pick<Item, 'score'>[]): Record<Verdict | 'open', number> {
  const tally = { fine: 0, gap: 0, aside: 0, open: 0 }
  for (const { score } of items) tally[score && !score.outdated ? score.verdict : 'open'] += 1
  return tally
}
