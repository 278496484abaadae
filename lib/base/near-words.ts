import { squeeze } from './text.ts'

const marks = /\p{M}/gu

/** Words made comparable: one kind of space, no accents, lower case. */
export function plainWords(text: string): string {
  return squeeze(text).normalize('NFD').replaceAll(marks, '').toLowerCase()
}

/** The words of a text, made comparable. */
export function tokensOf(words: string): string[] {
  return plainWords(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Those that share words with a text, most shared first; ties in the order given. */
export function sharing<Row>(
  rows: readonly Row[],
  tokens: (row: Row) => string[],
): (words: string[]) => Row[] {
  const byToken = new Map<string, Row[]>()
  for (const row of rows)
    for (const token of new Set(tokens(row))) {
      const before = byToken.get(token)
      if (before) before.push(row)
      else byToken.set(token, [row])
    }
  return (words) => {
    const shared = new Map<Row, number>()
    for (const token of new Set(words))
      for (const row of byToken.get(token) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1)
    return [...shared].sort(([, a], [, b]) => b - a).map(([row]) => row)
  }
}
