import { type Day, day } from '#lib/base/days'

export type RuleStatus = 'in force' | 'proposed' | 'guidance' | 'addressable'

/** One rule, in our words, with where it stands and when somebody last looked. */
export interface Rule {
  id: string
  /** In our words, for a clinic manager. */
  says: string
  citation: string
  status: RuleStatus
  /** Null when it has been in force for so long that the day does not matter here. */
  effectiveOn: Day | null
  /** When somebody last held it against its source; null while nobody has. */
  checkedOn: Day | null
}

export const lastChecked = day('2026-11-21')

export const ruleStatusLabels: Record<RuleStatus, string> = {
  'in force': 'In force',
  addressable: 'In force, addressable: do it, or write down why something else does the same',
  proposed: 'Proposed, not in force',
  guidance: 'Guidance, not a rule',
}
