import type { Option } from '#lib/kernel/table'
import { riskLevels } from '#lib/law/library/scale'

/** What a risk threatens. `aliases` are words other registers use. */
export const categories = [
  { value: 'privacy', label: 'Privacy', aliases: ['Confidentiality', 'Data protection', 'HIPAA', 'PHI'] },
  { value: 'security', label: 'Security', aliases: ['Cybersecurity', 'Cyber', 'Information security', 'IT'] },
  {
    value: 'clinical-safety',
    label: 'Clinical safety',
    aliases: ['Clinical', 'Patient safety', 'Safety', 'Quality of care'],
  },
  { value: 'bias', label: 'Bias', aliases: ['Fairness', 'Equity', 'Discrimination'] },
  { value: 'legal', label: 'Legal', aliases: ['Compliance', 'Regulatory', 'Legal and regulatory'] },
  {
    value: 'operational',
    label: 'Operational',
    aliases: ['Operations', 'Continuity', 'Financial', 'Vendor'],
  },
  { value: 'reputation', label: 'Reputation', aliases: ['Reputational', 'Trust'] },
] as const satisfies readonly Option[]

/** What is done about a risk. */
export const treatments = [
  { value: 'undecided', label: 'Not decided', aliases: ['Undecided', 'TBD', 'Open', '?'] },
  { value: 'reduce', label: 'Reduce it', aliases: ['Reduce', 'Mitigate', 'Treat', 'Mitigation'] },
  { value: 'accept', label: 'Accept it', aliases: ['Accept', 'Accepted', 'Tolerate', 'Acceptance'] },
  { value: 'transfer', label: 'Transfer it', aliases: ['Transfer', 'Share', 'Insure', 'Transferred'] },
  { value: 'avoid', label: 'Avoid it', aliases: ['Avoid', 'Terminate', 'Eliminate'] },
] as const satisfies readonly Option[]

/** The level of a score, and the standing of a risk that has none: nobody knows how grave it is. */
export const levels = [
  { value: 'unscored', label: 'Not scored', tone: 'attention' },
  { value: 'low', label: riskLevels.low.label, tone: 'ok' },
  { value: 'moderate', label: riskLevels.moderate.label, tone: 'neutral' },
  { value: 'high', label: riskLevels.high.label, tone: 'attention' },
  { value: 'critical', label: riskLevels.critical.label, tone: 'danger' },
] as const satisfies readonly Option[]
export type Level = (typeof levels)[number]['value']

export const riskStates = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed', tone: 'neutral' },
] as const satisfies readonly Option[]

/** How the acceptance of a risk stands. */
export const acceptances = [
  { value: 'accepted', label: 'Accepted', tone: 'neutral' },
  { value: 'ending', label: 'Acceptance ends within 30 days', tone: 'attention' },
  { value: 'ended', label: 'Acceptance ended', tone: 'danger' },
  { value: 'none', label: 'Not accepted' },
] as const satisfies readonly Option[]

export const appetites = [
  { value: 'beyond', label: 'Beyond what we accept', tone: 'danger' },
  { value: 'within', label: 'Within what we accept, or no limit set' },
] as const satisfies readonly Option[]

/** The twelve risks of NIST AI 600-1 by number, in few words. */
export const generativeRisks = [
  { value: '2.1', label: '2.1 Knowledge for weapons' },
  { value: '2.2', label: '2.2 Made-up content' },
  { value: '2.3', label: '2.3 Dangerous or hateful content' },
  { value: '2.4', label: '2.4 Data privacy' },
  { value: '2.5', label: '2.5 Environment' },
  { value: '2.6', label: '2.6 Bias and sameness' },
  { value: '2.7', label: '2.7 People and AI together' },
  { value: '2.8', label: '2.8 Trustworthy information' },
  { value: '2.9', label: '2.9 Information security' },
  { value: '2.10', label: '2.10 Intellectual property' },
  { value: '2.11', label: '2.11 Obscene or abusive content' },
  { value: '2.12', label: '2.12 Value chain' },
] as const satisfies readonly Option[]
