import type { Citation } from '#components/ui/cite'
import { answeredFor as agreementsAnsweredFor } from '#lib/agreements/queries'
import { agreementKind } from '#lib/agreements/schema'
import { isVisible } from '#lib/ai-systems/policy'
import { answeredFor } from '#lib/ai-systems/review-queries'
import { systemKind } from '#lib/ai-systems/schema'
import { answeredFor as assessmentsAnsweredFor } from '#lib/assessments/answered-for'
import { assessmentKind } from '#lib/assessments/schema'
import { answeredFor as controlsAnsweredFor } from '#lib/controls/keep-queries'
import { controlKind } from '#lib/controls/schema'
import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import { evidenceKind } from '#lib/kernel/renewals'
import { gapsAnsweredFor } from '#lib/questionnaires/gap-queries'
import { questionnaireKind } from '#lib/questionnaires/schema'
import { isKind, registry } from '#lib/registry'
import { answeredFor as risksAnsweredFor } from '#lib/risks/detail-queries'
import { riskKind } from '#lib/risks/schema'
import { campaignKind, escalationKind } from '#lib/training/schema'
import { answeredFor as vendorsAnsweredFor } from '#lib/vendors/review-queries'
import { vendorKind } from '#lib/vendors/schema'
import * as agreementSteps from './agreements/next-step.ts'
import { dutyRule, nextStep, type Step } from './ai-systems/next-step.ts'
import * as assessmentSteps from './assessments/next-step.ts'
import * as controlSteps from './controls/next-step.ts'
import * as questionnaireSteps from './questionnaires/next-step.ts'
import * as riskSteps from './risks/next-step.ts'
import { citationOf } from './rule-citation.ts'
import * as trainingSteps from './training/next-step.ts'
import * as vendorSteps from './vendors/next-step.ts'

interface Duty {
  recordKind: string
  recordId: string
  key: string
  siteIds: readonly string[]
}

/** The page of a record, for those who may open pages of its kind. */
export function recordHref(actor: Actor, kind: string, id: string): string | undefined {
  if (kind === evidenceKind) return can(actor, 'evidence.read') ? `/evidence/${id}/view` : undefined
  if (kind === escalationKind) return can(actor, 'training.read') ? `/training/late/${id}` : undefined
  if (!isKind(kind)) return undefined
  const { record } = registry[kind]
  return can(actor, record.readPermission) ? record.href(id) : undefined
}

/** What is due on the record of a duty, for those who may open its page: an owner may not, when it is at other sites. */
export function dutyRecordHref(actor: Actor, { recordKind, recordId, siteIds }: Duty): string | undefined {
  if (recordKind === systemKind && !isVisible(actor, siteIds)) return undefined
  if (recordKind === assessmentKind && !isReadable(actor, 'assessment.read', siteIds)) return undefined
  const href = recordHref(actor, recordKind, recordId)
  if (recordKind === escalationKind) return href
  if (recordKind === evidenceKind) return isReadable(actor, 'evidence.read', siteIds) ? href : undefined
  return href && `${href}#due`
}

/** Whether what hangs on a record at these sites is for this reader. */
function isReadable(
  actor: Actor,
  permission: 'evidence.read' | 'assessment.read',
  siteIds: readonly string[],
): boolean {
  const sites = sitesWith(actor, permission)
  return sites === 'all' || siteIds.length === 0 || siteIds.some((site) => sites.includes(site))
}

/** The page on which the next step of a duty is done, for those who may do it. */
export function dutyNext(
  actor: Actor,
  duty: Duty,
  standing: { hasOwner: boolean; isTheirs: boolean },
): Step | undefined {
  const { recordKind, recordId: id, key, siteIds } = duty
  if (recordKind === vendorKind) return vendorSteps.nextStep(actor, { id, ...standing }, key) ?? undefined
  if (recordKind === controlKind) return controlSteps.nextStep(actor, { id, ...standing }, key) ?? undefined
  if (recordKind === agreementKind)
    return agreementSteps.nextStep(actor, { id, ...standing }, key) ?? undefined
  if (recordKind === questionnaireKind)
    return questionnaireSteps.nextStep(actor, { id, ...standing }, key) ?? undefined
  if (recordKind === riskKind)
    return riskSteps.nextStep(actor, { id, siteIds, ...standing }, key) ?? undefined
  if (recordKind === assessmentKind)
    return assessmentSteps.nextStep(actor, { id, siteIds, ...standing }, key) ?? undefined
  if (recordKind === campaignKind) return trainingSteps.nextStep(actor, id, key) ?? undefined
  if (recordKind === escalationKind) return trainingSteps.calledStep(actor, id) ?? undefined
  if (recordKind === evidenceKind)
    return canAt(actor, 'evidence.add', siteIds)
      ? { label: 'Renew', href: `/evidence/${id}/renew` }
      : undefined
  if (recordKind !== systemKind) return undefined
  return nextStep(actor, { id, siteIds, ...standing }, key) ?? undefined
}

/** Which of these records the actor owns or backs up, by the kind of record. */
const answeredForBy: Readonly<
  Record<string, (actor: Actor, ids: readonly string[]) => Promise<ReadonlySet<string>>>
> = {
  [systemKind]: answeredFor,
  [vendorKind]: vendorsAnsweredFor,
  [questionnaireKind]: gapsAnsweredFor,
  [agreementKind]: agreementsAnsweredFor,
  [riskKind]: risksAnsweredFor,
  [controlKind]: controlsAnsweredFor,
  [assessmentKind]: assessmentsAnsweredFor,
}

/** The records among those of these duties that the actor owns or backs up. One statement for each kind of record. */
export async function theirRecords(
  actor: Actor,
  duties: readonly { recordKind: string; recordId: string }[],
): Promise<ReadonlySet<string>> {
  const of = (kind: string) =>
    duties.flatMap(({ recordKind, recordId }) => (recordKind === kind ? recordId : []))
  const found = await Promise.all(
    Object.entries(answeredForBy).map(([kind, answered]) => answered(actor, of(kind))),
  )
  return new Set(found.flatMap((ids) => [...ids]))
}

/** The rule behind a duty in our words. */
export function dutyCitation({ recordKind, key }: Duty): Citation | undefined {
  const rule =
    recordKind === systemKind
      ? dutyRule(key)
      : recordKind === vendorKind
        ? vendorSteps.dutyRule(key)
        : recordKind === agreementKind
          ? agreementSteps.dutyRule(key)
          : recordKind === controlKind
            ? controlSteps.dutyRule(key)
            : undefined
  return rule && citationOf(rule)
}
