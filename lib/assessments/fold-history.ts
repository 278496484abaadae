import { count } from '#lib/base/text'
import type { HistoryEntry } from '#lib/kernel/audit'

/** How the sentences about a single answer begin; lib/assessments/answer-commands.ts writes them. */
const aboutAnswers = /^(?:Answered|Confirmed|Rewrote the answer|Changed the answer) .*“/

/**
 * A history in which answers that one person gave one after the other stand as one entry: sixty of them would hide who signed.
 * Each is still in the audit trail. Newest first, as it comes. Pure.
 */
export function foldAnswers(history: readonly HistoryEntry[]): HistoryEntry[] {
  const folded: (HistoryEntry & { answers: number })[] = []
  for (const entry of history) {
    const isAnswer = aboutAnswers.test(entry.sentence)
    const last = folded.at(-1)
    if (isAnswer && last && last.answers > 0 && last.actorName === entry.actorName) last.answers += 1
    else folded.push({ ...entry, answers: isAnswer ? 1 : 0 })
  }
  return folded.map(({ answers, ...entry }) =>
    answers > 1 ? { ...entry, sentence: `Gave or changed answers ${count(answers, 'time')}` } : entry,
  )
}
