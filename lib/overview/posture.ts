import { type Day, formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { addUp } from './add-up.ts'
import type { Area, AreaKey, Rule } from './posture-area.ts'
import { areas, isJudged } from './posture-areas.ts'
import type { PostureNumbers } from './posture-numbers.ts'

/** How an area stands; `none` where there is nothing to judge. */
export type PostureState = 'ok' | 'attention' | 'danger' | 'none'

export const stateLabels: Readonly<Record<PostureState, string>> = {
  ok: 'Fine',
  attention: 'Needs attention',
  danger: 'Act now',
  none: 'Nothing to judge',
}

/** A number in a sentence, which leads to its rows; without an address there are none. */
export interface Phrase {
  text: string
  href: string | null
}

export type Trend =
  | { is: 'better' | 'worse' | 'same'; says: string; on: Day }
  | { is: 'unknown'; says: string }

/** An area as it stands, with everything that it follows from. */
export interface Posture {
  key: AreaKey
  title: string
  short: string
  state: PostureState
  sentence: Phrase[]
  /** Every rule with its number; those above 0 apply. */
  rules: (Pick<Rule, 'state' | 'says' | 'href'> & { number: number })[]
  trend: Trend
}

/** What an area is compared with. `numbers` may lack some: what was not counted then cannot be compared. */
export interface Past {
  on: Day
  numbers: Partial<PostureNumbers>
}

/** Why there is nothing to compare with. */
export type NoPast = 'not-kept' | 'other-reach'

/** More would be a list, and the list is one click away. */
const mostPhrases = 3

/** How every area stands, by its rules alone. Pure. */
export function judge(numbers: PostureNumbers, pastOf: (area: AreaKey) => Past | NoPast): Posture[] {
  return areas.map((area) => ({
    key: area.key,
    title: area.title,
    short: area.short,
    state: stateOf(area, numbers),
    sentence: sentenceOf(area, numbers),
    rules: area.rules.map(({ state, says, href, key }) => ({ state, says, href, number: numbers[key] })),
    trend: trendOf(area, numbers, pastOf(area.key)),
  }))
}

function stateOf({ key, rules }: Area, numbers: PostureNumbers): PostureState {
  if (!isJudged(key, numbers)) return 'none'
  const applying = rules.filter((rule) => numbers[rule.key] > 0)
  if (applying.some(({ state }) => state === 'danger')) return 'danger'
  return applying.length > 0 ? 'attention' : 'ok'
}

function sentenceOf({ base, rules }: Area, numbers: PostureNumbers): Phrase[] {
  const there = addUp(base.keys, (key) => numbers[key])
  const found = rules.filter((rule) => numbers[rule.key] > 0)
  return [
    there > 0 ? { text: base.phrase(there, numbers), href: base.href } : { text: base.none, href: null },
    ...found.slice(0, mostPhrases).map(({ key, href, phrase }) => ({ text: phrase(numbers[key]), href })),
    ...(found.length > mostPhrases ? [{ text: `${found.length - mostPhrases} more`, href: null }] : []),
  ]
}

function trendOf({ compared }: Area, numbers: PostureNumbers, past: Past | NoPast): Trend {
  if (past === 'other-reach')
    return { is: 'unknown', says: 'Past numbers are kept for the whole practice, not for your sites alone' }
  if (past === 'not-kept') return { is: 'unknown', says: 'No numbers were kept last quarter' }
  const then = compared.keys.map((key) => past.numbers[key])
  if (then.some((number) => number === undefined))
    return { is: 'unknown', says: 'Not counted yet last quarter' }
  const before = addUp(then, (number) => number ?? 0)
  const now = addUp(compared.keys, (key) => numbers[key])
  const words = (number: number) => count(number, compared.one, compared.many)
  const is = now < before ? 'better' : now > before ? 'worse' : 'same'
  const says =
    is === 'same'
      ? `${words(now)} now and on ${formatDay(past.on)}`
      : `${words(now)} now, ${before.toLocaleString('en-US')} on ${formatDay(past.on)}`
  return { is, says, on: past.on }
}

export const trendLabels: Readonly<Record<Trend['is'], string>> = {
  better: 'Better',
  worse: 'Worse',
  same: 'As before',
  unknown: 'Nothing to compare',
}

/** The first sentence of the page: are we covered, what worries us, better or worse than last quarter. */
export function headlineOf(numbers: PostureNumbers, postures: readonly Posture[]): string {
  return [coverClause(numbers), worryClause(postures), trendClause(postures)].join('; ')
}

function coverClause(n: PostureNumbers): string {
  const gaps = n.override + n.uncovered
  const counted = n.covered + n.lapsing + n.notNeeded + n.undescribed + gaps
  const all = count(counted, 'AI system')
  if (counted === 0) return 'No AI system is approved or in use yet'
  if (gaps > 0)
    return counted === 1
      ? 'The one AI system lacks cover for its patient data'
      : `${gaps.toLocaleString('en-US')} of ${all} ${gaps === 1 ? 'lacks' : 'lack'} cover for patient data`
  if (n.undescribed === counted)
    return counted === 1
      ? 'Whether patient data is covered is not known for the one AI system'
      : `Whether patient data is covered is not known for any of ${all}`
  if (n.undescribed > 0)
    return `Whether patient data is covered is not known for ${n.undescribed.toLocaleString('en-US')} of ${all}`
  if (n.covered + n.lapsing === 0) return 'No AI system needs an agreement for patient data'
  return 'Patient data is covered everywhere'
}

function worryClause(postures: readonly Posture[]): string {
  const others = postures.filter(({ key }) => key !== 'patient-data')
  const named = (state: PostureState) =>
    listInWords(others.filter((posture) => posture.state === state).map(({ short }) => short))
  const [grave, mild] = [named('danger'), named('attention')]
  if (grave) return `act now on ${grave}`
  if (mild) return `look at ${mild}`
  return others.every(({ state }) => state === 'none')
    ? 'there is nothing else to judge'
    : 'nothing else needs attention'
}

function trendClause(postures: readonly Posture[]): string {
  const number = (is: Trend['is']) => postures.filter(({ trend }) => trend.is === is).length
  const [better, worse, same] = [number('better'), number('worse'), number('same')]
  if (better + worse + same === 0) return 'nothing yet to compare with last quarter'
  const areasIn = (many: number) => count(many, 'area')
  if (better > 0 && worse > 0)
    return `since last quarter better in ${areasIn(better)}, worse in ${worse.toLocaleString('en-US')}`
  if (better > 0) return `since last quarter better in ${areasIn(better)}, worse in none`
  return worse > 0 ? `since last quarter worse in ${areasIn(worse)}` : 'as good or bad as last quarter'
}
