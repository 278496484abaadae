import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { AgeBand } from '#lib/kernel/due'
import type { StatusCounts } from './due-counts.ts'
import type { OverdueHistory } from './overdue-history.ts'
import type { SystemCounts } from './system-counts.ts'

// What the numbers of the overview say. Each sentence answers a question; the picture below it is the proof.

const are = (number: number) => (number === 1 ? 'is' : 'are')
const have = (number: number) => (number === 1 ? 'has' : 'have')
const figure = (number: number) => number.toLocaleString('en-US')

/** The first sentence of the page. */
export function headline({ overdue, 'due-soon': soon, 'on-track': later }: StatusCounts): string {
  if (overdue + soon + later === 0) return 'Nothing is due'
  const rest = `${soon === 0 ? 'none' : figure(soon)} ${are(soon)} due in the next 30 days and ${later === 0 ? 'none' : figure(later)} later`
  if (overdue === 0) return `Nothing is overdue; ${rest}`
  return `${count(overdue, 'duty', 'duties')} ${are(overdue)} overdue, ${rest}`
}

/** Better or worse than at the end of last quarter, or why that cannot be said. */
export function comparison(overdue: number, { quarterAgo, since }: OverdueHistory): string {
  if (!quarterAgo)
    return since
      ? `The records begin on ${formatDay(since)}: too late to compare with the end of last quarter.`
      : 'There is nothing yet to compare with.'
  const change = overdue - quarterAgo.overdue
  const then = `at the end of last quarter (${formatDay(quarterAgo.on)})`
  if (change === 0) return `As many were overdue ${then}.`
  return `That is ${figure(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} overdue than ${then}.`
}

const oldestFirst: readonly (readonly [AgeBand, string])[] = [
  ['90+', 'more than 90 days'],
  ['61-90', 'more than 60 days'],
  ['31-60', 'more than 30 days'],
]

/** How old the oldest are. */
export function ageSentence(byAge: Readonly<Record<AgeBand, number>>): string {
  const all = byAge['1-30'] + byAge['31-60'] + byAge['61-90'] + byAge['90+']
  if (all === 0) return 'Nothing is overdue'
  let older = 0
  for (const [band, words] of oldestFirst) {
    older += byAge[band]
    if (older > 0)
      return `${figure(older)} of ${figure(all)} overdue ${all === 1 ? 'duty' : 'duties'} ${have(older)} been late for ${words}`
  }
  return `No duty has been late for more than 30 days`
}

/** When all overdue duties are of one age: "1–30 days". */
export function onlyAgeSentence(number: number, band: string): string {
  const late = band.charAt(0).toLowerCase() + band.slice(1)
  return number === 1
    ? `The one overdue duty has been late for ${late}.`
    : `All ${figure(number)} overdue duties have been late for ${late}.`
}

/** Where the line over the year went. */
export function historySentence({ points, since }: OverdueHistory): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return 'There is no history yet'
  const from = since ? `at the end of ${monthOf(first.on)}` : 'a year ago'
  if (points.length === 1)
    return `${figure(last.overdue)} ${are(last.overdue)} overdue now; the records have just begun`
  let peak = first
  for (const point of points) if (point.overdue > peak.overdue) peak = point
  const high =
    peak.overdue > Math.max(first.overdue, last.overdue)
      ? `, after a high of ${figure(peak.overdue)} at the end of ${monthOf(peak.on)}`
      : ''
  if (first.overdue === last.overdue)
    return peak.overdue === 0
      ? 'Nothing was overdue at the end of any month'
      : `${figure(last.overdue)} ${are(last.overdue)} overdue now, as many as ${from}${high}`
  const went = last.overdue > first.overdue ? 'rose' : 'fell'
  return `Overdue duties ${went} from ${figure(first.overdue)} ${from} to ${figure(last.overdue)} now${high}`
}

const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })

function monthOf(on: Day): string {
  return month.format(new Date(on))
}

interface Named {
  name: string
  counts: StatusCounts
}

/** Which of several has the most overdue; the list comes worst first. */
export function worstSentence(rows: readonly Named[], overdue: number): string {
  const [worst] = rows
  if (!worst || overdue === 0) return 'Nothing is overdue'
  const { name, counts } = worst
  const others = rows.filter((row) => row.counts.overdue === counts.overdue).length - 1
  if (others > 0) return `Most overdue: ${name} and ${count(others, 'other')}, ${figure(counts.overdue)} each`
  return `Most overdue: ${name}, ${figure(counts.overdue)} of ${figure(overdue)}`
}

/** How many AI systems, how many at work, how many of those need the most care. */
export function stageSentence({ all, byStage }: SystemCounts): string {
  const { high, moderate, low } = byStage['in-use']
  const inUse = high + moderate + low
  if (all === 0) return 'No AI system is in the register'
  const start = `${count(all, 'AI system')}, ${inUse === 0 ? 'none' : figure(inUse)} of them in use`
  return high > 0 ? `${start}; ${figure(high)} of those in use ${are(high)} high risk` : start
}

/** What is in use with something missing. The three may overlap, so they are not added up. */
export function gapSentence({
  all,
  withoutOwner,
  dataUnknown,
  lacksSafeguard,
}: SystemCounts['inUse']): string {
  const most = Math.max(withoutOwner, dataUnknown, lacksSafeguard)
  if (all === 0) return 'No AI system is in use'
  if (most === 0)
    return `All ${count(all, 'system')} in use ${have(all)} an owner, known data and settled safeguards`
  const of = `of ${count(all, 'system')} in use`
  if (most === lacksSafeguard)
    return `${figure(most)} ${of} ${have(most)} a safeguard that is missing or not known`
  if (most === withoutOwner) return `${figure(most)} ${of} ${have(most)} no owner`
  return `Whether patient data goes in is not known for ${figure(most)} ${of}`
}

/** How many systems take data from which patients can be told apart; what is not known yet is never counted as none. */
export function dataSentence({ current, data }: SystemCounts): string {
  const { identifiable, other, unknown } = data
  const apart = 'data from which patients can be told apart'
  const open = 'it is not known yet whether patient data goes in'
  const all = count(current, 'AI system')
  if (current === 0) return 'No AI system takes patient data'
  if (identifiable > 0) {
    const take = `${figure(identifiable)} of ${all} ${identifiable === 1 ? 'takes' : 'take'} ${apart}`
    return unknown > 0 ? `${take}; for ${figure(unknown)} ${open}` : take
  }
  if (unknown === current) return current === 1 ? `For the one AI system ${open}` : `For all ${all} ${open}`
  if (unknown > 0) return `For ${figure(unknown)} of ${all} ${open}`
  if (other > 0)
    return `${figure(other)} of ${all} ${other === 1 ? 'takes' : 'take'} patient data, none of it described as ${apart}`
  return `None of ${all} take ${apart}`
}

/** How much is overdue, as a title. */
export function overdueSentence(overdue: number): string {
  return overdue === 0 ? 'Nothing is overdue' : `${count(overdue, 'duty', 'duties')} ${are(overdue)} overdue`
}

/** Who owns most of what is overdue; the list comes worst first. */
export function ownerSentence(
  rows: readonly { person: { name: string } | null; overdue: number }[],
  overdue: number,
): string {
  const [worst] = rows
  if (!worst) return 'Nothing is overdue'
  const others = rows.filter((row) => row.overdue === worst.overdue).length - 1
  if (others > 0) return `Longest lists: ${figure(worst.overdue)} each`
  return `${worst.person?.name ?? 'Nobody'} owns ${figure(worst.overdue)} of ${figure(overdue)}`
}
