import type { RequirementStatus } from '#lib/law/framework'

/** What a practice that uses AI is well advised to hold itself to beside the law, until it says otherwise. */
const advised: ReadonlySet<string> = new Set(['nist-ai-rmf', 'nist-ai-600-1'])

/** Whether a framework is followed while nobody in the practice has said anything about it. */
export function followedByDefault(framework: {
  key: string
  status: RequirementStatus
  isOwn: boolean
}): boolean {
  return framework.isOwn || framework.status === 'in force' || advised.has(framework.key)
}
