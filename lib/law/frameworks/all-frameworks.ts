import type { Framework, Requirement, RequirementStatus } from '../framework.ts'
import type { RequirementRef } from '../library.ts'
import { crosswalkLinks } from './crosswalk.ts'
import { healthGoals } from './health-goals.ts'
import { hicp } from './hicp.ts'
import { hipaaBreach } from './hipaa-breach.ts'
import { hipaaPrivacy } from './hipaa-privacy.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { hitrust } from './hitrust.ts'
import { hti1 } from './hti-1.ts'
import { iso42001 } from './iso-42001.ts'
import { nistAi600 } from './nist-ai-600-1.ts'
import { nistAiRmf } from './nist-ai-rmf.ts'
import { section1557 } from './section-1557.ts'
import { securityRuleProposal, wouldChange } from './security-rule-proposal.ts'

/** Every framework that is shipped: the law first, then what a practice may hold itself to, what is only proposed last. */
export const shippedFrameworks: readonly Framework[] = [
  hipaaSecurity,
  hipaaPrivacy,
  hipaaBreach,
  section1557,
  nistAiRmf,
  nistAi600,
  hti1,
  healthGoals,
  hicp,
  iso42001,
  hitrust,
  securityRuleProposal,
]

const byKey = new Map(shippedFrameworks.map((framework) => [framework.key, framework]))

/** A requirement as one text: the framework's key or id, a colon, the requirement's id. */
export function requirementKey({ framework, requirement }: RequirementRef): string {
  return `${framework}:${requirement}`
}

/** The inverse of `requirementKey`; null for what is none. */
export function requirementRef(key: string): RequirementRef | null {
  const colon = key.indexOf(':')
  if (colon < 1 || colon === key.length - 1) return null
  return { framework: key.slice(0, colon), requirement: key.slice(colon + 1) }
}

const requirements = new Map(
  shippedFrameworks.flatMap((framework) =>
    framework.requirements.map((requirement): [string, Requirement] => [
      requirementKey({ framework: framework.key, requirement: requirement.id }),
      requirement,
    ]),
  ),
)

/** A shipped framework by its key. */
export function frameworkOf(key: string): Framework | undefined {
  return byKey.get(key)
}

/** A requirement of a shipped framework. */
export function requirementOf(ref: RequirementRef): Requirement | undefined {
  return requirements.get(requirementKey(ref))
}

/** How firm a requirement is. Nothing of a framework that is only proposed is more than proposed. */
export function statusOf(framework: Framework, requirement: Requirement): RequirementStatus {
  return framework.status === 'proposed' ? 'proposed' : (requirement.status ?? framework.status)
}

/** A requirement that is about the same thing as another, and who says so: null where we do. */
export interface Linked extends RequirementRef {
  publishedBy: string | null
}

const links = new Map<string, Linked[]>()
for (const { from, to, publishedBy } of crosswalkLinks)
  for (const [at, other] of [
    [from, to],
    [to, from],
  ] as const) {
    const key = requirementKey(at)
    const known = links.get(key) ?? []
    const same = known.find(
      ({ framework, requirement }) => framework === other.framework && requirement === other.requirement,
    )
    // What is published stands above what we say.
    if (same) same.publishedBy ??= publishedBy
    else links.set(key, [...known, { ...other, publishedBy }])
  }

/** What the crosswalk links to a requirement, whichever side it stands on there. */
export function linkedTo(ref: RequirementRef): readonly Linked[] {
  return links.get(requirementKey(ref)) ?? []
}

const proposals = new Map<string, string[]>()
for (const [row, ids] of Object.entries(wouldChange))
  for (const id of ids) proposals.set(id, [...(proposals.get(id) ?? []), row])

/** What the proposal of 2025 would change about a requirement of the Security Rule. None of it is in force. */
export function proposedFor(requirement: string): readonly Requirement[] {
  return (proposals.get(requirement) ?? []).flatMap(
    (row) => requirementOf({ framework: securityRuleProposal.key, requirement: row }) ?? [],
  )
}
