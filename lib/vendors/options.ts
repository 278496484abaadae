import type { Option } from '#lib/kernel/table'

/** How long the practice could do without a vendor. `aliases` are words other lists use. */
export const criticalities = [
  { value: 'hours', label: 'Hours', tone: 'danger', aliases: ['Critical', 'High', 'Immediate', 'Tier 1'] },
  { value: 'days', label: 'Days', tone: 'attention', aliases: ['Important', 'Medium', 'Moderate', 'Tier 2'] },
  { value: 'weeks', label: 'Weeks', tone: 'neutral', aliases: ['Low', 'Not critical', 'Tier 3'] },
  { value: 'unknown', label: 'Not known yet', aliases: ['Unknown', '?'] },
] as const satisfies readonly Option[]

/** What a determination says. */
export const determinations = [
  { value: 'yes', label: 'Yes, it is a business associate' },
  { value: 'no', label: 'No, it is not' },
  { value: 'unknown', label: 'Not determined' },
] as const satisfies readonly Option[]

/** How a vendor stands, by its determination and by whether it has patient data. */
export const associateStates = [
  { value: 'gap', label: 'Not determined', tone: 'danger' },
  { value: 'open', label: 'Not asked yet' },
  { value: 'yes', label: 'Yes', tone: 'neutral' },
  { value: 'no', label: 'No' },
] as const satisfies readonly Option[]

export type AssociateState = (typeof associateStates)[number]['value']

/** What vendors claim to have been looked at for. */
export const certificateKinds = [
  { value: 'soc2-type1', label: 'SOC 2 type 1' },
  { value: 'soc2-type2', label: 'SOC 2 type 2' },
  { value: 'hitrust-e1', label: 'HITRUST e1' },
  { value: 'hitrust-i1', label: 'HITRUST i1' },
  { value: 'hitrust-r2', label: 'HITRUST r2' },
  { value: 'hitrust-ai', label: 'HITRUST AI' },
  { value: 'iso-27001', label: 'ISO/IEC 27001' },
  { value: 'iso-42001', label: 'ISO/IEC 42001' },
  { value: 'other', label: 'Other' },
] as const satisfies readonly Option[]
