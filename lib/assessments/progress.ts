import type { AnswerValue, Kind } from './options.ts'
import { type Asked, templateOf } from './templates.ts'

/** An answer as it stands. */
export interface Given {
  answer: AnswerValue
  note: string
  /** Taken over from the year before, and not confirmed yet: it does not count as answered. */
  carriedOver: boolean
}

export interface PartProgress {
  key: string
  title: string
  says: string
  /** Questions that are asked of this system. */
  asked: number
  /** Of those, how many are answered; what was carried over counts once it is confirmed. */
  answered: number
  carriedOver: number
  /** Questions that have nothing to ask about. */
  skipped: number
}

const isDone = (given: Pick<Given, 'carriedOver'> | undefined) => given !== undefined && !given.carriedOver

/** How far each part is. Parts in which nothing is asked stay, with what was skipped. */
export function progressOf(
  kind: Kind,
  questions: readonly Asked[],
  answers: ReadonlyMap<string, Pick<Given, 'carriedOver'>>,
): PartProgress[] {
  const byPart = Map.groupBy(questions, ({ part }) => part)
  return templateOf(kind).parts.map(({ key, title, says }) => {
    const all = byPart.get(key) ?? []
    const asked = all.filter(({ skipped }) => skipped === null)
    const given = asked.map((question) => answers.get(question.key))
    return {
      ...{ key, title, says },
      asked: asked.length,
      answered: given.filter(isDone).length,
      carriedOver: given.filter((one) => one?.carriedOver).length,
      skipped: all.length - asked.length,
    }
  })
}

/** All parts together. */
export function totalOf(
  parts: readonly PartProgress[],
): Pick<PartProgress, 'asked' | 'answered' | 'carriedOver'> {
  const sum = (of: 'asked' | 'answered' | 'carriedOver') => parts.reduce((all, part) => all + part[of], 0)
  return { asked: sum('asked'), answered: sum('answered'), carriedOver: sum('carriedOver') }
}

/** The first question after `after` that is asked and has no answer, then from the start; null when all have one. */
export function nextOpen(
  questions: readonly Asked[],
  answers: ReadonlyMap<string, Pick<Given, 'carriedOver'>>,
  after: string | null,
): Asked | null {
  const place = questions.findIndex(({ key }) => key === after)
  const inTurn = [...questions.slice(place + 1), ...questions.slice(0, place + 1)]
  return (
    inTurn.find(({ key, skipped }) => skipped === null && !isDone(answers.get(key)) && key !== after) ?? null
  )
}
