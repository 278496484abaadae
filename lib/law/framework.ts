import type { Day } from '#lib/base/days'

/** Whether somebody has to, or only should: shown beside every requirement. */
export type RequirementStatus = 'in force' | 'proposed' | 'guidance' | 'voluntary'

export const requirementStatusLabels: Record<RequirementStatus, string> = {
  'in force': 'In force',
  proposed: 'Proposed, not in force',
  guidance: 'Guidance, not a rule',
  voluntary: 'Voluntary',
}

/** One thing that a framework asks for. */
export interface Requirement {
  /** As its source writes it: “GOVERN 1.1”, “164.308(a)(1)(ii)(A)”, “A.2.2”. Unique within its framework. */
  id: string
  /** The id of the group it stands in. */
  group: string
  /** A few words; the printed title where the source has one. */
  title: string
  /** In our words, for a clinic manager. Empty where only ids and titles may be shown. */
  says: string
  /** What one would see in a practice where it is done well. Empty where only ids and titles may be shown. */
  good: string
  /** The question an assessment asks about it, answered with yes, partly or no. Empty where none is asked. */
  asks: string
  citation: string
  /** HIPAA's Security Rule only: addressable is not optional, 45 CFR 164.306(d)(3). */
  designation?: 'required' | 'addressable' | 'standard'
  /** Where it differs from that of its framework. */
  status?: RequirementStatus
}

/** A function, category, standard or part under which requirements stand. */
export interface RequirementGroup {
  id: string
  /** The group above it; null for the topmost. */
  parent: string | null
  title: string
  /** In our words. */
  says: string
}

export interface Framework {
  key: string
  name: string
  /** As people say it in a list: “NIST AI RMF”. */
  shortName: string
  version: string
  publisher: string
  url: string
  status: RequirementStatus
  /** When it took effect or came out; null where that is not known to the day. */
  effectiveOn: Day | null
  /** When somebody last held it against its source; null while nobody has. */
  checkedOn: Day | null
  /** What somebody should know before using it: what is left out, and why. */
  note: string
  groups: readonly RequirementGroup[]
  requirements: readonly Requirement[]
}

/** Who says that two requirements are about the same thing. */
export interface CrosswalkLink {
  from: { framework: string; requirement: string }
  to: { framework: string; requirement: string }
  /** Null where the link is ours. */
  publishedBy: string | null
}
