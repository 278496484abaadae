import { agreementKind } from '#lib/agreements/schema'
import { systemKind } from '#lib/ai-systems/schema'
import { assessmentKind } from '#lib/assessments/schema'
import { controlKind } from '#lib/controls/schema'
import { evidenceKind } from '#lib/kernel/renewals'
import { questionnaireKind } from '#lib/questionnaires/schema'
import { riskKind } from '#lib/risks/schema'
import { assignmentKind, campaignKind, escalationKind } from '#lib/training/schema'
import { vendorKind } from '#lib/vendors/schema'

/** One kind of duty under a name short enough for a chart; `value` is its record kind and key. */
export interface DutyName {
  value: string
  label: string
}

/** Every kind of duty that records have. */
export const dutyNames: readonly DutyName[] = [
  { value: `${systemKind}.first-review`, label: 'First review' },
  { value: `${systemKind}.yearly-review`, label: 'Full review' },
  { value: `${systemKind}.cover`, label: 'Missing agreement' },
  { value: `${systemKind}.data-review`, label: 'Patient data review' },
  { value: `${systemKind}.log-review`, label: 'Look at the logs' },
  { value: `${vendorKind}.determination`, label: 'Business associate?' },
  { value: `${vendorKind}.yearly-review`, label: 'Vendor review' },
  { value: `${vendorKind}.certificate`, label: 'Next certificate' },
  { value: `${agreementKind}.sign`, label: 'Signature' },
  { value: `${agreementKind}.clauses`, label: 'Clauses' },
  { value: `${agreementKind}.renewal`, label: 'Renewal' },
  { value: `${agreementKind}.data-return`, label: 'Data returned' },
  { value: `${questionnaireKind}.answers`, label: 'Vendor’s answers' },
  { value: `${questionnaireKind}.score`, label: 'Look through answers' },
  { value: `${questionnaireKind}.gap`, label: 'Settle a gap' },
  { value: `${riskKind}.score`, label: 'Score a risk' },
  { value: `${riskKind}.review`, label: 'Risk review' },
  { value: `${riskKind}.treatment`, label: 'Decide on a risk' },
  { value: `${riskKind}.acceptance`, label: 'Acceptance ends' },
  { value: `${riskKind}.action`, label: 'Action on a risk' },
  { value: `${assessmentKind}.finish`, label: 'Assessment' },
  { value: `${assessmentKind}.part`, label: 'Part of an assessment' },
  { value: `${assessmentKind}.owner`, label: 'Owner of an assessment' },
  { value: `${assessmentKind}.again`, label: 'Next assessment' },
  { value: `${controlKind}.owner`, label: 'Owner of a control' },
  { value: `${controlKind}.start`, label: 'Begin a control' },
  { value: `${controlKind}.test`, label: 'Test a control' },
  { value: `${controlKind}.mend`, label: 'Mend a control' },
  { value: `${assignmentKind}.sign`, label: 'Read and sign' },
  { value: `${campaignKind}.close`, label: 'Close a campaign' },
  { value: `${escalationKind}.late`, label: 'Late at a site' },
  { value: `${evidenceKind}.renew`, label: 'Renew a file' },
]

/** The name of a kind of duty; its key in words when it has none. What stands behind a colon tells several of a kind apart. */
export function dutyName(recordKind: string, wholeKey: string): DutyName {
  const [key = ''] = wholeKey.split(':')
  const value = `${recordKind}.${key}`
  return dutyNames.find((name) => name.value === value) ?? { value, label: key.replaceAll('-', ' ') }
}
