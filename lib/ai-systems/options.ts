import type { Option } from '#lib/kernel/table'

/** The choices of every field of an AI system. `aliases` are words other inventories use. */
export const categories = [
  {
    value: 'ambient-scribe',
    label: 'Ambient scribe',
    aliases: ['Scribe', 'Documentation', 'Clinical documentation'],
  },
  {
    value: 'phone-agent',
    label: 'Phone or front-office agent',
    aliases: ['Voice agent', 'Phone agent', 'Call center'],
  },
  { value: 'patient-chatbot', label: 'Patient chatbot', aliases: ['Chatbot', 'Virtual assistant'] },
  { value: 'imaging', label: 'Imaging or diagnostics', aliases: ['Radiology', 'Imaging', 'Diagnostics'] },
  {
    value: 'decision-support',
    label: 'Decision support',
    aliases: ['Clinical decision support', 'CDS', 'Prediction'],
  },
  { value: 'coding-billing', label: 'Coding and billing', aliases: ['Billing', 'Revenue cycle', 'Coding'] },
  { value: 'scheduling', label: 'Scheduling', aliases: ['Appointments'] },
  { value: 'marketing', label: 'Marketing', aliases: ['Advertising', 'Social media'] },
  {
    value: 'back-office',
    label: 'Back office',
    aliases: [
      'Administration',
      'Mission-Enabling (internal agency support)',
      'Mission-Enabling',
      'Internal support',
      'Human resources',
    ],
  },
  { value: 'security', label: 'Security', aliases: ['Cybersecurity', 'Information security'] },
  { value: 'other', label: 'Other', aliases: ['Health & Medical', 'Miscellaneous'] },
] as const satisfies readonly Option[]

export const stages = [
  {
    value: 'proposed',
    label: 'Proposed',
    tone: 'neutral',
    aliases: ['Initiated', 'Idea', 'Requested', 'Planned'],
  },
  {
    value: 'in-review',
    label: 'In review',
    tone: 'attention',
    aliases: ['Acquisition and/or Development', 'Development', 'Under review', 'Pending'],
  },
  {
    value: 'approved',
    label: 'Approved',
    tone: 'ok',
    aliases: ['Implementation and Assessment', 'Implementation'],
  },
  {
    value: 'in-use',
    label: 'In use',
    tone: 'ok',
    // A pilot runs on real patients: it is judged as what is in use.
    aliases: ['Operation and Maintenance', 'Live', 'Production', 'Active', 'Deployed', 'Pilot', 'Trial'],
  },
  { value: 'suspended-pending', label: 'Suspended: no agreement', tone: 'danger' },
  { value: 'suspended', label: 'Suspended', tone: 'danger', aliases: ['Paused', 'On hold'] },
  {
    value: 'retired',
    label: 'Retired',
    tone: 'neutral',
    aliases: ['Decommissioned', 'Inactive', 'Declined', 'Ended'],
  },
] as const satisfies readonly Option[]

/** How agreements cover the patient data of a system; lib/ai-systems/cover.ts says from what it follows. */
export const coverOptions = [
  { value: 'uncovered', label: 'Not covered', tone: 'danger' },
  { value: 'override', label: 'Not covered, let through for a time', tone: 'danger' },
  { value: 'undescribed', label: 'No flow described', tone: 'attention' },
  { value: 'lapsing', label: 'Covered, but not for long', tone: 'attention' },
  { value: 'covered', label: 'Covered', tone: 'ok' },
  { value: 'not-needed', label: 'No agreement needed', tone: 'neutral' },
] as const satisfies readonly Option[]

export const tiers = [
  { value: 'high', label: 'High', tone: 'danger' },
  { value: 'moderate', label: 'Moderate', tone: 'attention', aliases: ['Medium'] },
  { value: 'low', label: 'Low', tone: 'ok' },
] as const satisfies readonly Option[]

export const runsWhere = [
  { value: 'vendor-cloud', label: 'Vendor’s cloud', aliases: ['Cloud', 'SaaS', 'Hosted'] },
  {
    value: 'own-servers',
    label: 'Our own servers or computers',
    aliases: ['On premises', 'On-prem', 'Local'],
  },
  { value: 'device', label: 'Inside a device', aliases: ['Medical device', 'Embedded'] },
  { value: 'ehr', label: 'Inside the EHR', aliases: ['EHR', 'EMR', 'Electronic health record'] },
  { value: 'unknown', label: 'Not known yet' },
] as const satisfies readonly Option[]

export const useKinds = [
  { value: 'clinical', label: 'Clinical', aliases: ['Care'] },
  { value: 'administrative', label: 'Administrative', aliases: ['Admin', 'Operations'] },
  { value: 'both', label: 'Both' },
  { value: 'unknown', label: 'Not known yet', aliases: ['Unknown'] },
] as const satisfies readonly Option[]

/** Inputs that measure what 45 CFR 92.210(b) names, then stand-ins that often carry the same information. */
export const protectedInputs = [
  { value: 'race', label: 'Race', aliases: ['Race/Ethnicity'] },
  { value: 'color', label: 'Color' },
  { value: 'national-origin', label: 'National origin', aliases: ['Ethnicity'] },
  { value: 'sex', label: 'Sex', aliases: ['Sex/Gender', 'Gender'] },
  { value: 'age', label: 'Age' },
  { value: 'disability', label: 'Disability', aliases: ['Ability status'] },
  { value: 'proxy-zip', label: 'Stand-in: ZIP code or address' },
  { value: 'proxy-language', label: 'Stand-in: language' },
  { value: 'proxy-insurance', label: 'Stand-in: insurance type' },
  { value: 'proxy-name', label: 'Stand-in: name' },
] as const satisfies readonly Option[]

export const safeguardStates = [
  { value: 'met', label: 'Met', tone: 'ok', aliases: ['Yes', 'In place'] },
  { value: 'not-met', label: 'Not met', tone: 'danger', aliases: ['No', 'Missing'] },
  { value: 'unknown', label: 'Not known yet', tone: 'attention', aliases: ['Unknown'] },
  { value: 'not-applicable', label: 'Not applicable', tone: 'neutral', aliases: ['N/A', 'NA'] },
] as const satisfies readonly Option[]

export type Stage = (typeof stages)[number]['value']
export type Tier = (typeof tiers)[number]['value']
