import { z } from 'zod'
import type { PackageReport } from '#lib/law/lessons/course-package'

/** What SCORM 2004 lets a package keep of its own. */
export const longestSuspend = 64_000
const number = z.number().nullable()

/**
 * Where a package stands, as its frame tells it: SCORM 1.2 and 2004 in the same words. Whoever sits at the browser could make
 * all of it up, as with any package on any learning system: the record says "as the package reported".
 */
export const packageState = z.strictObject({
  completion: z.enum(['not attempted', 'incomplete', 'completed', 'unknown']),
  success: z.enum(['passed', 'failed', 'unknown']),
  /** From -1 to 1 (2004). */
  scaled: number,
  raw: number,
  min: number,
  max: number,
  location: z.string().max(1_000),
  suspend: z.string().max(longestSuspend),
  totalTime: z.string().max(60),
})
export type PackageState = z.output<typeof packageState>

/** Points out of a hundred; null when none were reported. */
export function pointsOf({
  scaled,
  raw,
  min,
  max,
}: Pick<PackageState, 'scaled' | 'raw' | 'min' | 'max'>): number | null {
  const low = min ?? 0
  const high = max ?? 100
  const part = scaled ?? (raw !== null && high > low ? (raw - low) / (high - low) : null)
  return part === null ? null : Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100
}

/** What is enough for a signature, out of what a package says now; null while it is not. */
export function reportOf(state: PackageState, passPercent: number, at: Date): PackageReport | null {
  const { completion, success } = state
  if (success === 'failed' || (completion !== 'completed' && success !== 'passed')) return null
  const score = pointsOf(state)
  if (score !== null && score < passPercent) return null
  return {
    completion: completion === 'completed' ? 'completed' : 'unknown',
    success: success === 'passed' ? 'passed' : 'unknown',
    score,
    reportedAt: at.toISOString(),
  }
}

/** Whether it was finished, but with fewer points than the course asks for. */
export function isTooFew(state: PackageState, passPercent: number): boolean {
  const score = pointsOf(state)
  return (
    state.success === 'failed' || (state.completion === 'completed' && score !== null && score < passPercent)
  )
}
