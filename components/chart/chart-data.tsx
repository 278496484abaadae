import type { Tone } from '../ui/badge.tsx'

/** One colour of a chart: what it counts. `accent` and `accent-soft` carry no verdict. */
export type Series = { key: string; label: string; tone: Tone | 'accent' | 'accent-soft' }

/** One bar or one point in time: counts per series key, and the address of the rows behind them. */
export type Datum = {
  label: string
  href: string
  values: Readonly<Record<string, number>>
  /** Addresses of single marks, where they differ from the whole; per series key. */
  hrefs?: Readonly<Record<string, string>> | undefined
}

/** The paint of a series, from the style sheet's variables, so that it follows the theme. */
export function paint(tone: Series['tone']): string {
  if (tone === 'accent') return 'var(--accent-fill)'
  return tone === 'accent-soft' ? 'var(--accent-chart-soft)' : `var(--${tone}-line)`
}

/** The value of a series in a datum; nothing counts as 0. */
export function valueOf(datum: Datum, key: string): number {
  return datum.values[key] ?? 0
}

/** All series of a datum together. */
export function totalOf(datum: Datum, series: readonly Series[]): number {
  return series.reduce((sum, { key }) => sum + valueOf(datum, key), 0)
}
