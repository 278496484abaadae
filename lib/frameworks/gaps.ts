import type { Tx } from '#lib/platform/db'
import { type CoveredRequirement, coverageOfFollowed } from './answered.ts'

/** Why a requirement is on the list of gaps, the gravest first. */
export const gapKinds = [
  { value: 'required', label: 'Required by law, no control' },
  { value: 'addressable', label: 'Addressable, no control' },
  { value: 'voluntary', label: 'Followed by choice, no control' },
  { value: 'failing', label: 'A control failed its test' },
  { value: 'partly', label: 'Partly there' },
] as const

export type GapKind = (typeof gapKinds)[number]['value']

/** Why a row is a gap; null when it is none. What is only proposed never is. */
export function gapKind({ cover, force }: Pick<CoveredRequirement, 'cover' | 'force'>): GapKind | null {
  if (force === 'proposed' || cover.state === 'out') return null
  if (cover.state === 'none') return force
  if (cover.isFailing) return 'failing'
  return cover.state === 'partly' ? 'partly' : null
}

/** How many requirements of what the practice follows have a control in place, and how many are a gap of each kind. */
export async function countRules(tx: Tx): Promise<{ inPlace: number; gaps: Record<GapKind, number> }> {
  const gaps: Record<GapKind, number> = { required: 0, addressable: 0, voluntary: 0, failing: 0, partly: 0 }
  let inPlace = 0
  for (const { rows, counts } of await coverageOfFollowed(tx)) {
    inPlace += counts.covered
    for (const row of rows) {
      const kind = gapKind(row)
      if (kind) gaps[kind] += 1
    }
  }
  return { inPlace, gaps }
}
