import type { Option } from '#lib/kernel/table'

/** Why people are trained. */
export const occasions = [
  { value: 'round', label: 'Regular round' },
  { value: 'joining', label: 'New people' },
  { value: 'policy', label: 'A policy changed' },
  { value: 'tool', label: 'A new AI tool' },
  { value: 'incident', label: 'After an incident' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Option[]
export type Occasion = (typeof occasions)[number]['value']

/** Where a campaign stands: follows from its dates. */
export const campaignStates = [
  { value: 'planned', label: 'Planned', tone: 'neutral' },
  { value: 'open', label: 'Open', tone: 'ok' },
  { value: 'past-due', label: 'Past its due date', tone: 'danger' },
  { value: 'closed', label: 'Closed', tone: 'neutral' },
] as const satisfies readonly Option[]
export type CampaignState = (typeof campaignStates)[number]['value']

/** Where one person stands with one campaign. */
export const assignmentStates = [
  { value: 'signed', label: 'Signed', tone: 'ok' },
  { value: 'signed-late', label: 'Signed late', tone: 'attention' },
  { value: 'open', label: 'Not yet', tone: 'neutral' },
  { value: 'started', label: 'Started', tone: 'neutral' },
  { value: 'late', label: 'Late', tone: 'danger' },
  { value: 'paused', label: 'On leave', tone: 'neutral' },
  { value: 'excused', label: 'Excused', tone: 'neutral' },
  { value: 'left', label: 'Has left', tone: 'neutral' },
  { value: 'not-meant', label: 'Taken out', tone: 'neutral' },
  { value: 'closed', label: 'Closed, not signed', tone: 'danger' },
] as const satisfies readonly Option[]
export type AssignmentState = (typeof assignmentStates)[number]['value']

export const methods = [
  { value: 'own-device', label: 'Signed in Plumbline' },
  { value: 'kiosk', label: 'Signed at a shared tablet' },
  { value: 'paper', label: 'Signed on paper' },
  { value: 'certificate', label: 'Signed with a certificate' },
] as const satisfies readonly Option[]
export type Method = (typeof methods)[number]['value']

/** Why an assignment ended without a signature. */
export type ClosedFor = 'left' | 'not-meant' | 'excused' | 'closed'
