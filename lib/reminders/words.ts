import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { daysLate, dueStatus } from '#lib/kernel/due'
import type { Part } from './ladder.ts'

/** One duty in the daily mail. */
export interface Line {
  id: string
  title: string
  recordLabel: string
  dueOn: Day
  part: Part
  ownerName: string | null
}

export interface DailyMail {
  personName: string
  practiceName: string
  today: Day
  /** The gravest first. */
  lines: readonly Line[]
  /** Where people open Plumbline; null when nobody said. */
  address: string | null
}

/** Lines of one mail; the rest stands behind the link at its end. */
const MOST_LINES = 60

/** 'was due on Nov 3, 2026, 19 days ago', 'is due today', 'is due on Nov 30, 2026, in 8 days'. */
export function dueInWords(dueOn: Day, today: Day): string {
  const days = -daysLate(dueOn, today)
  if (days === 0) return 'is due today'
  if (days === 1) return 'is due tomorrow'
  return days > 0
    ? `is due on ${formatDay(dueOn)}, in ${days} days`
    : `was due on ${formatDay(dueOn)}, ${count(-days, 'day')} ago`
}

/** '2 overdue and 3 to do at Elm Street Clinic'. */
export function subjectOf({ lines, today, practiceName }: DailyMail): string {
  const overdue = lines.filter(({ dueOn }) => dueStatus(dueOn, today) === 'overdue').length
  const ahead = lines.length - overdue
  const parts = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...(ahead > 0 ? [`${ahead} coming up`] : [])]
  return `${parts.join(' and ')} at ${practiceName}`
}

const headings: Record<Part, string> = {
  own: 'Yours',
  backup: 'You are the backup',
  keeper: 'Nobody has done these, or nobody is named for them',
}

/** The mail in words: plain text, each duty with its link. */
export function textOf(mail: DailyMail): string {
  const { personName, lines, today, address } = mail
  const shown = lines.slice(0, MOST_LINES)
  const sections = (Object.keys(headings) as Part[]).flatMap((part) => {
    const these = shown.filter((line) => line.part === part)
    return these.length > 0
      ? [`${headings[part]}\n\n${these.map((line) => lineOf(line, today, address)).join('\n\n')}`]
      : []
  })
  const more = lines.length - shown.length
  return [
    `Hello ${personName},`,
    `this is due at ${mail.practiceName}, as of ${formatDay(today)}.`,
    ...sections,
    ...(more > 0
      ? [`And ${more.toLocaleString('en-US')} more. All of them are in Plumbline under “My work”.`]
      : []),
    address
      ? `Everything that is due from you: ${address}/`
      : 'Open Plumbline as you always do: everything that is due from you stands under “My work”.',
    'Reminders of a duty end when it is done. Who needs more time can put it off, with a reason, or hand it over to somebody else: both are on the duty’s page.',
    'Please do not answer this mail: nobody reads the answers.',
  ].join('\n\n')
}

function lineOf(
  { id, title, recordLabel, dueOn, part, ownerName }: Line,
  today: Day,
  address: string | null,
) {
  const whose = part === 'own' ? '' : ` Owner: ${ownerName ?? 'nobody'}.`
  const link = address ? `\n  ${address}/due/${id}` : ''
  return `- ${recordLabel}: ${title}. It ${dueInWords(dueOn, today)}.${whose}${link}`
}
