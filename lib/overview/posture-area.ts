import type { PostureKey, PostureNumbers } from './posture-numbers.ts'

/** Something that must be 0 for an area to be fine, and where its rows are. */
export interface Rule {
  state: 'danger' | 'attention'
  /** When it applies, in words. */
  says: string
  key: PostureKey
  href: string
  /** The number in the sentence about the area. */
  phrase: (number: number) => string
}

export const areaKeys = [
  ...(['patient-data', 'ai-systems', 'agreements', 'risks', 'controls'] as const),
  ...(['assessments', 'training', 'duties', 'checks'] as const),
]
export type AreaKey = (typeof areaKeys)[number]

/** One area of the posture. Its state is the worst of its rules that apply; fine when none does. */
export interface Area {
  key: AreaKey
  title: string
  /** In the middle of the first sentence of the page. */
  short: string
  /** What there is at all; where it is 0 nothing can be judged. */
  base: {
    /** Added up. */
    keys: readonly PostureKey[]
    href: string
    phrase: (number: number, all: PostureNumbers) => string
    /** What is said when there is none. */
    none: string
  }
  rules: readonly Rule[]
  /** What is added up to compare with last quarter, and what the sum is called. */
  compared: { keys: readonly PostureKey[]; one: string; many: string }
}

type Query = Readonly<Record<string, string | readonly string[]>>
/** The address of a list's rows, with its filters. */
export const rowsAt = (path: string) => (query: Query) =>
  `${path}?${Object.entries(query)
    .map(([key, value]) => `${key}=${[value].flat().map(encodeURIComponent).join(',')}`)
    .join('&')}`
/** Words that follow a number. */
export const is = (number: number) => (number === 1 ? 'is' : 'are')
/** Words that follow a number. */
export const has = (number: number) => (number === 1 ? 'has' : 'have')
/** A number as people write it. */
export const figure = (number: number) => number.toLocaleString('en-US')
