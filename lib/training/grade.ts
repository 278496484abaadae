import type { CheckQuestion } from '#lib/law/lessons/lesson'

/** The chosen option by question. */
export type Chosen = Readonly<Record<string, string>>

export interface Grade {
  asked: number
  right: number
  /** Questions that were not answered with one of their options. */
  open: string[]
  /** Questions whose answer was wrong. */
  wrong: string[]
  passed: boolean
}

/** How the answers stand. Passed when at least `passPercent` of all questions are right and none is open. */
export function grade(questions: readonly CheckQuestion[], chosen: Chosen, passPercent: number): Grade {
  const open: string[] = []
  const wrong: string[] = []
  for (const { key, options } of questions) {
    const option = options.find((one) => one.key === chosen[key])
    if (!option) open.push(key)
    else if (!option.right) wrong.push(key)
  }
  const asked = questions.length
  const right = asked - open.length - wrong.length
  return { asked, right, open, wrong, passed: open.length === 0 && right * 100 >= asked * passPercent }
}
