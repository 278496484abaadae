import { type Option, optionLabel } from '#lib/kernel/table'

/** What an agreement is. `aliases` are words other lists use. */
export const agreementKinds = [
  {
    value: 'baa',
    label: 'Business associate agreement',
    aliases: ['BAA', 'Business associate contract', 'BA agreement', 'HIPAA agreement'],
  },
  {
    value: 'contract',
    label: 'Contract',
    aliases: [
      'MSA',
      'Master services agreement',
      'Service agreement',
      'Subscription',
      'License',
      'Agreement',
    ],
  },
  { value: 'data-use', label: 'Data use agreement', aliases: ['DUA', 'Limited data set agreement'] },
  { value: 'other', label: 'Other', aliases: ['NDA', 'Addendum', 'Amendment'] },
] as const satisfies readonly Option[]

/** What people call an agreement that has no title of its own. */
export const titleOr = (title: string, kind: string) => title || optionLabel(agreementKinds, kind)

/** How an agreement stands: lib/law/agreement-terms.ts says from what it follows. */
export const agreementStatuses = [
  { value: 'draft', label: 'Draft', tone: 'neutral' },
  { value: 'sent', label: 'Sent, not signed', tone: 'attention' },
  { value: 'upcoming', label: 'Signed, not begun', tone: 'neutral' },
  { value: 'executed', label: 'In force', tone: 'ok' },
  { value: 'expiring', label: 'Ends within 90 days', tone: 'attention' },
  { value: 'lapsed', label: 'Lapsed', tone: 'danger' },
  { value: 'replaced', label: 'Replaced', tone: 'neutral' },
  { value: 'terminated', label: 'Terminated', tone: 'neutral' },
] as const satisfies readonly Option[]

/** What happens when the term ends. */
export const renewals = [
  {
    value: 'ends',
    label: 'It ends',
    aliases: ['Fixed term', 'No renewal', 'Manual', 'Expires', 'None', 'No', 'N'],
  },
  {
    value: 'renews',
    label: 'It renews by itself',
    aliases: [
      'Auto',
      'Automatic',
      'Auto-renew',
      'Auto renewal',
      'Evergreen renewal',
      'Yes',
      'Y',
      'Auto-renews',
      'Renews',
    ],
  },
  {
    value: 'evergreen',
    label: 'It has no end',
    aliases: ['Evergreen', 'Perpetual', 'Until terminated', 'No end date', 'Coterminous'],
  },
] as const satisfies readonly Option[]

/** How far an agreement reaches. */
export const coverages = [
  {
    value: 'all',
    label: 'Everything the vendor does for us',
    aliases: ['All', 'All services', 'Everything'],
  },
  {
    value: 'named',
    label: 'Only the AI systems and data flows that are named',
    aliases: ['Named', 'Specific', 'Some'],
  },
] as const satisfies readonly Option[]

/** What became of patient data after the end. */
export const dataReturns = [
  { value: 'returned', label: 'Returned to us, and no copies kept' },
  { value: 'destroyed', label: 'Destroyed' },
  {
    value: 'kept-protected',
    label: 'Neither was feasible: it is kept, protected, and used for nothing else',
  },
] as const satisfies readonly Option[]

/** What was found of a clause. 'unknown': nobody has looked. */
export const clauseStates = [
  { value: 'present', label: 'There', tone: 'ok', aliases: ['Present', 'Yes', 'Included'] },
  { value: 'weak', label: 'There, but weak', tone: 'attention', aliases: ['Weak', 'Partly', 'Partial'] },
  { value: 'absent', label: 'Missing', tone: 'danger', aliases: ['Absent', 'No', 'Not included'] },
  { value: 'not-needed', label: 'Not needed', aliases: ['N/A', 'NA', 'Not applicable'] },
  { value: 'unknown', label: 'Not looked yet', aliases: ['Unknown', '?'] },
] as const satisfies readonly Option[]
