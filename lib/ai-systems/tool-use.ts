import { approvedHere, isDescribed, type MoveFacts } from './life-cycle.ts'

/** What decides whether staff may put patient data into a tool. */
export interface ToolFacts {
  stage: string
  stageReason: string
  approvedOn: string | null
  purpose: string
  patientData: string
  flows: MoveFacts['flows']
}

/**
 * What staff may do with a tool that stands as approved or in use. 'unchecked': a file or another system called it so, and
 * nobody approved it here. 'ask': approved, but what its patient data is does not stand there in full.
 */
export type ToolUse = 'patient-data' | 'no-patient-data' | 'ask' | 'unchecked'

/** Whether patient data may go in. Only what was approved here, for a purpose, with every flow described, gets a yes. */
export function toolUse(tool: ToolFacts): ToolUse {
  if (!approvedHere(tool)) return 'unchecked'
  if (tool.patientData === 'no' && tool.flows.length === 0) return 'no-patient-data'
  const described = tool.flows.length > 0 && tool.flows.every(isDescribed)
  return tool.patientData === 'yes' && described && tool.purpose.trim() !== '' ? 'patient-data' : 'ask'
}
