import type { Citation } from '#components/ui/cite'
import { systemKind } from '#lib/ai-systems/schema'
import { type Actor, can, canAt } from '#lib/kernel/access'
import { isKind, registry } from '#lib/registry'
import { dutyRule, dutyStep } from './ai-systems/next-step.ts'
import { citationOf } from './rule-citation.ts'

interface Duty {
  recordKind: string
  recordId: string
  key: string
  siteIds: readonly string[]
}

/** The page of a record, for those who may open pages of its kind. */
export function recordHref(actor: Actor, kind: string, id: string): string | undefined {
  if (!isKind(kind)) return undefined
  const { record } = registry[kind]
  return can(actor, record.readPermission) ? record.href(id) : undefined
}

/** The page on which a duty is done, for those who may do it. */
export function dutyNext(actor: Actor, duty: Duty): { label: string; href: string } | undefined {
  if (duty.recordKind !== systemKind) return undefined
  const sites = duty.siteIds.map((id) => ({ id }))
  return dutyStep(actor, { id: duty.recordId, sites }, duty.key) ?? undefined
}

/** The page on which a duty that nobody owns gets an owner. */
export function ownerStep(actor: Actor, duty: Duty): { label: string; href: string } | undefined {
  if (duty.recordKind !== systemKind || !canAt(actor, 'ai-system.edit', duty.siteIds)) return undefined
  return { label: 'Name an owner', href: `${registry[systemKind].record.href(duty.recordId)}/edit` }
}

/** The rule behind a duty in our words. */
export function dutyCitation({ recordKind, key }: Duty): Citation | undefined {
  const rule = recordKind === systemKind ? dutyRule(key) : undefined
  return rule && citationOf(rule)
}
