import type { CanaryPractice } from '../support/practice.ts'

/**
 * What somebody gets at an address. `in`: sent to sign in. `none`: as if it did not exist. `ok`: a page with what they may
 * see. A path: sent there. A number: that status.
 */
export type Answer = 'in' | 'none' | 'ok' | `/${string}` | number

/** An answer, or one for each of the route's addresses. */
type Cell = Answer | ((path: string) => Answer)

export const visitors = ['anonymous', 'staff', 'auditor', 'otherLead', 'outsider', 'officer'] as const
export type Visitor = (typeof visitors)[number]

export interface Row {
  /** Addresses of the route, made of ids of the first practice. */
  at: (practice: CanaryPractice) => string[]
  /** In the order of `visitors`: nobody, staff, auditor, lead of another site, officer of another practice, own officer. */
  answers: [Cell, Cell, Cell, Cell, Cell, Cell]
  /** Whether its own officer must read there what others must not. */
  tells?: boolean
}
