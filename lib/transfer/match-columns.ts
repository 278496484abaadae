import type { Header } from '#lib/base/spreadsheet/sheet-table'

export type MatchField = { key: string; label: string; aliases: readonly string[] }
export type MatchOption = { value: string; label: string; aliases: readonly string[] }

/** Two names match by their words when they share at least this part of all words that occur in either. */
const WORD_OVERLAP = 0.6

const FILLERS = new Set([
  'a',
  'an',
  'and',
  'are',
  'at',
  'by',
  'for',
  'in',
  'is',
  'of',
  'on',
  'or',
  'please',
  'the',
  'to',
  'was',
])
const NEGATIONS = new Set(['no', 'non', 'not', 'none', 'never', 'without'])

/**
 * Guesses which column feeds which field: the field's label beats its aliases (earlier ones first), they beat
 * shared words. A column feeds one field. Where two columns match a field equally well, it is left to the person.
 * `onlyShown` are the labels of what our exports write and no file sets: "Notice by" is a day, not the period of notice.
 */
export function guessColumns(
  headers: readonly Header[],
  fields: readonly MatchField[],
  onlyShown: readonly string[] = [],
): Record<string, number | null> {
  const ours = new Set(onlyShown.map((label) => toName(label).text))
  const columns = headers.map(({ index, name }) => ({ index, name: toName(name) }))
  const candidates = fields.flatMap((field) => {
    const score = scorer(field)
    return columns.map(({ index, name }) => {
      const found = score(name)
      return { key: field.key, index, score: found <= 1 && ours.has(name.text) ? 0 : found }
    })
  })
  const best = candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  const guesses = new Map<string, number | null>()
  const used = new Set<number>()
  for (const { key, index, score } of best) {
    if (guesses.has(key) || used.has(index)) continue
    const rivals = best.filter(
      (other) => other.key === key && other.score === score && !used.has(other.index),
    )
    guesses.set(key, rivals.length === 1 ? index : null)
    if (rivals.length === 1) used.add(index)
  }
  return Object.fromEntries(fields.map(({ key }) => [key, guesses.get(key) ?? null]))
}

/** Guesses which option each cell value means, by the same rules; null where none or more than one fits. */
export function guessValues(
  values: readonly string[],
  options: readonly MatchOption[],
): Record<string, string | null> {
  const scorers = options.map((option) => ({
    value: option.value,
    score: scorer({ ...option, aliases: [option.value, ...option.aliases] }),
  }))
  const guess = (text: string) => {
    const name = toName(text)
    const scores = scorers.map(({ value, score }) => ({ value, score: score(name) }))
    const top = Math.max(...scores.map(({ score }) => score))
    const winners = top > 0 ? scores.filter(({ score }) => score === top) : []
    return winners.length === 1 && winners[0] ? winners[0].value : null
  }
  // Object.fromEntries, as the values come from a file and one may be "__proto__".
  return Object.fromEntries([...new Set(values)].map((value) => [value, guess(value)]))
}

type Name = { text: string; words: Set<string>; negated: boolean }

/** 3 for the label, just under 2 for an alias, WORD_OVERLAP to 1 for shared words, 0 for no match. */
function scorer({ label, aliases }: { label: string; aliases: readonly string[] }): (name: Name) => number {
  const names = [label, ...aliases].map(toName)
  return (name) => {
    if (name.text === '') return 0
    const exact = names.findIndex(({ text }) => text === name.text)
    if (exact >= 0) return exact === 0 ? 3 : 2 - exact / 1000
    const overlap = Math.max(...names.map((other) => sharedWords(name, other)))
    return overlap >= WORD_OVERLAP ? overlap : 0
  }
}

function sharedWords(a: Name, b: Name): number {
  if (a.negated !== b.negated || a.words.size === 0) return 0
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  return shared / (a.words.size + b.words.size - shared)
}

/** Lower case, without accents, punctuation and plurals. */
function toName(text: string): Name {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ')
  const all = plain
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(singular)
  const words = new Set(all.filter((word) => !FILLERS.has(word)))
  // "?" and "—" have no words, and may still be what somebody writes.
  return { text: all.join(' ') || plain.trim(), words, negated: all.some((word) => NEGATIONS.has(word)) }
}

function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=s|x|z|ch|sh)es$|s$/, '')
}
