import type { Option } from '#lib/kernel/table'

export const kinds = [
  { value: 'ai-rmf', label: 'AI risk profile (NIST AI RMF)', aliases: ['NIST AI RMF', 'AI RMF'] },
  { value: 'privacy-impact', label: 'Privacy impact assessment', aliases: ['PIA', 'Privacy impact'] },
  {
    value: 'section-1557',
    label: 'Nondiscrimination worksheet (Section 1557)',
    aliases: ['Section 1557', '92.210'],
  },
  {
    value: 'source-attributes',
    label: 'Vendor source attributes (HTI-1)',
    aliases: ['HTI-1', 'Source attributes'],
  },
  {
    value: 'security-risk-analysis',
    label: 'Security risk analysis (HIPAA)',
    aliases: ['SRA', 'Risk analysis', 'HIPAA security risk analysis'],
  },
] as const satisfies readonly Option[]

export type Kind = (typeof kinds)[number]['value']

/** The one that is about the practice; the others are about one system each. */
export const practiceKind: Kind = 'security-risk-analysis'

export const states = [
  { value: 'open', label: 'Open', tone: 'attention' },
  { value: 'signed', label: 'Signed', tone: 'ok' },
] as const satisfies readonly Option[]

export type State = (typeof states)[number]['value']

export const answerOptions = [
  { value: 'yes', label: 'Yes', tone: 'ok' },
  { value: 'partly', label: 'Partly', tone: 'attention' },
  { value: 'no', label: 'No', tone: 'danger' },
  { value: 'given', label: 'Given', tone: 'ok' },
  { value: 'not-given', label: 'Not given', tone: 'danger' },
  { value: 'not-available', label: '“Not available”', tone: 'neutral' },
  { value: 'not-applicable', label: 'Not applicable', tone: 'neutral' },
] as const satisfies readonly Option[]

export type AnswerValue = (typeof answerOptions)[number]['value']

/** Answers that ask for something to be done. */
export const wanting: readonly AnswerValue[] = ['no', 'partly', 'not-given']
