import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { daysLate, dueStatus } from '#lib/kernel/due'
import type { Part } from './ladder.ts'
import {
  dueInSpanish,
  headingsInSpanish,
  mailInSpanish,
  subjectInSpanish,
  titlesInSpanish,
} from './words-es.ts'

/** One duty in the daily mail. */
export interface Line {
  id: string
  title: string
  recordLabel: string
  dueOn: Day
  part: Part
  ownerName: string | null
  /** The page where it is done, when it is no other than that of the duty. */
  path?: string | undefined
  /** Nobody else can do it, so it is neither handed over nor put off. */
  isPersonal?: boolean
}

export interface DailyMail {
  personName: string
  practiceName: string
  today: Day
  /** The gravest first. */
  lines: readonly Line[]
  /** In which the person reads; English when not said. */
  language?: 'en' | 'es'
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
export function subjectOf({ lines, today, practiceName, language }: DailyMail): string {
  const overdue = lines.filter(({ dueOn }) => dueStatus(dueOn, today) === 'overdue').length
  const ahead = lines.length - overdue
  if (language === 'es') return subjectInSpanish({ overdue, ahead }, practiceName)
  const parts = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...(ahead > 0 ? [`${ahead} coming up`] : [])]
  return `${parts.join(' and ')} at ${practiceName}`
}

const headings: Record<Part, string> = {
  own: 'Yours',
  backup: 'You are the backup',
  keeper: 'Nobody has done these, or nobody is named for them',
}

const mailInEnglish: typeof mailInSpanish = {
  hello: (person) => `Hello ${person},`,
  asOf: (practice, today) => `this is due at ${practice}, as of ${formatDay(today)}.`,
  more: (n) => `And ${n.toLocaleString('en-US')} more. All of them are in Plumbline under “My work”.`,
  all: (address) => `Everything that is due from you: ${address}/`,
  open: 'Open Plumbline as you always do: everything that is due from you stands under “My work”.',
  moreTime:
    'Reminders of a duty end when it is done. Who needs more time can put it off, with a reason, or hand it over to somebody else: both are on the duty’s page.',
  moreTimeOwn:
    'Reminders of a duty end when it is done. If you have done it on paper, or cannot do it, please tell your compliance officer.',
  noAnswer: 'Please do not answer this mail: nobody reads the answers.',
  owner: (name) => ` Owner: ${name ?? 'nobody'}.`,
}

/** The mail in words, in the language of who gets it: plain text, each duty with its link. */
export function textOf(mail: DailyMail): string {
  const { personName, practiceName, lines, today, address, language = 'en' } = mail
  const words = language === 'es' ? mailInSpanish : mailInEnglish
  const heads = language === 'es' ? headingsInSpanish : headings
  const shown = lines.slice(0, MOST_LINES)
  const sections = (Object.keys(heads) as Part[]).flatMap((part) => {
    const these = shown.filter((line) => line.part === part)
    return these.length > 0
      ? [`${heads[part]}\n\n${these.map((line) => lineOf(line, { today, address, language })).join('\n\n')}`]
      : []
  })
  const more = lines.length - shown.length
  return [
    words.hello(personName),
    words.asOf(practiceName, today),
    ...sections,
    ...(more > 0 ? [words.more(more)] : []),
    address ? words.all(address) : words.open,
    lines.every(({ isPersonal }) => isPersonal) ? words.moreTimeOwn : words.moreTime,
    words.noAnswer,
  ].join('\n\n')
}

function lineOf(
  { id, title, recordLabel, dueOn, part, ownerName, path }: Line,
  { today, address, language }: { today: Day; address: string | null; language: 'en' | 'es' },
) {
  const words = language === 'es' ? mailInSpanish : mailInEnglish
  const whose = part === 'own' ? '' : words.owner(ownerName)
  const link = address ? `\n  ${address}${path ?? `/due/${id}`}` : ''
  if (language === 'es')
    return `- ${recordLabel}: ${titlesInSpanish[title] ?? title}; ${dueInSpanish(dueOn, today)}.${whose}${link}`
  return `- ${recordLabel}: ${title}. It ${dueInWords(dueOn, today)}.${whose}${link}`
}
