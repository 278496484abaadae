import type { Option } from '#lib/kernel/table'

/** How far a control is. `aliases` are words other lists use. */
export const controlStates = [
  {
    value: 'not-started',
    label: 'Not started',
    tone: 'danger',
    aliases: ['Planned', 'Open', 'To do', 'Not implemented', 'Missing', 'No'],
  },
  {
    value: 'partly',
    label: 'Partly in place',
    tone: 'attention',
    aliases: ['Partly', 'Partial', 'Partially implemented', 'In progress', 'Under way'],
  },
  {
    value: 'in-place',
    label: 'In place',
    tone: 'ok',
    aliases: ['Implemented', 'Fully implemented', 'Done', 'Active', 'Operating', 'Yes'],
  },
  {
    value: 'not-applicable',
    label: 'Does not apply',
    tone: 'neutral',
    aliases: ['Not applicable', 'N/A', 'NA', 'Out of scope'],
  },
] as const satisfies readonly Option[]

/** What a test of a control found. */
export const testResults = [
  {
    value: 'works',
    label: 'Works',
    tone: 'ok',
    aliases: ['Effective', 'Pass', 'Passed', 'OK', 'Satisfactory'],
  },
  {
    value: 'weak',
    label: 'Weak',
    tone: 'attention',
    aliases: ['Partially effective', 'Needs improvement', 'Minor'],
  },
  {
    value: 'fails',
    label: 'Fails',
    tone: 'danger',
    aliases: ['Ineffective', 'Fail', 'Failed', 'Not effective', 'Major'],
  },
] as const satisfies readonly Option[]

/** How often a control can be tested. */
export const testIntervals = [1, 3, 6, 12, 24, 36] as const

/** 'Every month', 'Every 3 months', 'Every year'. */
export function intervalInWords(months: number): string {
  if (months === 1) return 'Every month'
  if (months === 12) return 'Every year'
  return `Every ${months} months`
}

/** When a control is tested next, as lists filter it. */
export const testStandings = [
  { value: 'overdue', label: 'Test is overdue' },
  { value: 'due-soon', label: 'Test due in 30 days' },
  { value: 'on-track', label: 'Test due later' },
  { value: 'never', label: 'Never tested' },
  { value: 'none', label: 'No test is planned' },
] as const satisfies readonly Option[]
