import type { DemoPractice } from '../support/demo.ts'
import type { CanaryPractice } from '../support/practice.ts'

/**
 * Who opens a page. `demo`: the compliance officer of the demo practice. `other`: the officer of a practice with imports,
 * somebody who left, and a second factor. `asked` and `enrolling`: between password and second factor.
 */
export type Opener = 'demo' | 'other' | 'nobody' | 'asked' | 'enrolling'

export interface Ids {
  demo: DemoPractice['ids']
  other: CanaryPractice['ids'] & { leaverId: string; appliedId: string; linkPath: string; guestPath: string }
}

export interface Visit {
  who: Opener
  at: (ids: Ids) => string
}

export const demo = (at: (ids: Ids['demo']) => string): Visit => ({ who: 'demo', at: (ids) => at(ids.demo) })
export const other = (at: (ids: Ids['other']) => string): Visit => ({
  who: 'other',
  at: (ids) => at(ids.other),
})
export const fixed = (path: string, who: Opener = 'demo'): Visit => ({ who, at: () => path })
