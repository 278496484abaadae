import type { AnswerValue } from './options.ts'

/** How one part stands, with everything the number was made of. */
export interface Maturity {
  key: string
  title: string
  yes: number
  partly: number
  no: number
  /** Said not to apply. */
  notApplicable: number
  unanswered: number
  /** What the share is of: yes, partly and no. */
  counted: number
  /** Per cent: yes counts one, partly a half. Null when fewer than `fewest` count: then the answers say more than a number. */
  share: number | null
}

/** Below this many answers one answer more or less moves the share by a fifth or more. */
export const fewest = 5

/** How the share is made, in words that stand beside every one. */
export const method = `Share = (yes + half of partly) of those that apply. “Not applicable”, unanswered and skipped questions do not count. With fewer than ${fewest} answers no share is given.`

/** Counts the answers to the questions of one part that were asked. Pure. */
export function maturityOf(
  part: { key: string; title: string },
  answers: readonly (AnswerValue | null)[],
): Maturity {
  const many = (...wanted: AnswerValue[]) =>
    answers.filter((answer) => answer !== null && wanted.includes(answer)).length
  const yes = many('yes', 'given')
  const partly = many('partly')
  const no = many('no', 'not-given')
  const counted = yes + partly + no
  return {
    ...{ key: part.key, title: part.title, yes, partly, no, counted },
    notApplicable: many('not-applicable', 'not-available'),
    unanswered: answers.filter((answer) => answer === null).length,
    share: counted < fewest ? null : Math.round(((yes + partly / 2) / counted) * 100),
  }
}

/** “7 yes, 2 partly, 1 no of 10 that apply; 3 not answered yet”. */
export function maturityInWords({ yes, partly, no, counted, notApplicable, unanswered }: Maturity): string {
  const rest = [
    ...(notApplicable > 0 ? [`${notApplicable} not applicable or not available`] : []),
    ...(unanswered > 0 ? [`${unanswered} not answered yet`] : []),
  ]
  const head =
    counted === 0 ? 'Nothing counts yet' : `${yes} yes, ${partly} partly, ${no} no of ${counted} that apply`
  return [head, ...rest].join('; ')
}

interface Counted {
  part: string
  skipped: string | null
  answer: AnswerValue | null
}

/** How each part stands of which something was asked. */
export function maturityOfParts(
  parts: readonly { key: string; title: string }[],
  questions: readonly Counted[],
): Maturity[] {
  return parts.flatMap((part) => {
    const asked = questions.filter((one) => one.part === part.key && one.skipped === null)
    return asked.length > 0
      ? maturityOf(
          part,
          asked.map(({ answer }) => answer),
        )
      : []
  })
}
