import type { Day } from '#lib/base/days'
import type { FileAction } from './action-lines.ts'
import type { SixNumbers } from './scores.ts'

/** Something a risk concerns or is lowered by. */
export interface Named {
  id: string
  ref: string
  name: string
}

/** One risk as lists, exports and imports see it. */
export interface RiskRow extends SixNumbers {
  id: string
  ref: string
  title: string
  category: string
  cause: string
  event: string
  consequence: string
  threat: string
  vulnerability: string
  currentScore: number | null
  scoredOn: Day | null
  beyondAppetite: boolean
  treatment: string
  treatmentNote: string
  acceptedByName: string | null
  acceptedOn: Day | null
  acceptedUntil: Day | null
  acceptedScore: number | null
  acceptanceReason: string
  /** How the acceptance stands today, in a value of `acceptances`. */
  acceptance: string
  identifiedOn: Day | null
  reviewEveryMonths: number
  reviewedOn: Day | null
  closedOn: Day | null
  closeReason: string
  starterKey: string | null
  generativeRisk: string | null
  systems: readonly Named[]
  vendors: readonly Named[]
  sites: readonly Omit<Named, 'ref'>[]
  /** Where it belongs: its sites and those of its AI systems, whether the reader may see these or not. */
  siteIds: readonly string[]
  controls: readonly Named[]
  /** Keys of the requirements it ties to, and how each is written. */
  requirements: readonly string[]
  requirementWords: readonly string[]
  /** What is or was to be done, by its day. */
  actions: readonly FileAction[]
  nextDueOn: Day | null
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  notes: string
  archived: boolean
  version: number
}
