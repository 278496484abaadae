import type { Tx } from '#lib/platform/db'
import { type AnswerFacts, noAnswer } from './question.ts'

/** The latest answer to one question, with the files that came with it. */
export interface Answer extends AnswerFacts {
  /** Null when nothing was saved. */
  id: string | null
  savedAt: Date | null
  confirmed: boolean
  attached: { id: string; evidenceId: string; fileName: string }[]
}

const nothing: Answer = { ...noAnswer, id: null, savedAt: null, confirmed: false, attached: [] }

/** The latest answers of a questionnaire by question; a question without one has an empty one. Two statements. */
export async function latestAnswers(tx: Tx, questionnaireId: string): Promise<(question: string) => Answer> {
  const rows = await tx.questionnaireAnswer.findMany({
    where: { questionnaireId },
    distinct: ['question'],
    orderBy: [{ question: 'asc' }, { savedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, question: true, value: true, note: true, confirmed: true, savedAt: true },
  })
  const files = await tx.questionnaireFile.findMany({
    where: { questionnaireId, removedAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, question: true, evidenceId: true, fileName: true },
  })
  const byQuestion = new Map(rows.map((row) => [row.question, row]))
  const filesOf = Map.groupBy(files, (file) => file.question)
  return (question) => {
    const attached = filesOf.get(question) ?? []
    return { ...nothing, ...byQuestion.get(question), files: attached.length, attached }
  }
}
