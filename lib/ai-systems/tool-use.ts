import { approvedHere, isDescribed, type MoveFacts } from './life-cycle.ts'

/** What decides whether staff may put patient data into a tool. */
export interface ToolFacts {
  stage: string
  stageReason: string
  approvedOn: string | null
  purpose: string
  patientData: string
  /** How agreements covered its patient data when the gate last looked. */
  cover: string
  flows: MoveFacts['flows']
}

/**
 * What staff may do with a tool that stands as approved or in use. 'unchecked': a file or another system called it so, and
 * nobody approved it here. 'ask': approved, but what its patient data is does not stand there in full, or no agreement covers
 * it. 'let-through': an agreement is missing, and an officer lets it go on for a time.
 */
export type ToolUse = 'patient-data' | 'let-through' | 'no-patient-data' | 'ask' | 'unchecked'

const covering = ['covered', 'lapsing', 'not-needed']

/** Whether patient data may go in. Only what was approved here, for a purpose, with every flow described and covered, gets a yes. */
export function toolUse(tool: ToolFacts): ToolUse {
  if (!approvedHere(tool)) return 'unchecked'
  if (tool.patientData === 'no' && tool.flows.length === 0) return 'no-patient-data'
  const described = tool.flows.length > 0 && tool.flows.every(isDescribed)
  if (tool.patientData !== 'yes' || !described || tool.purpose.trim() === '') return 'ask'
  if (tool.cover === 'override') return 'let-through'
  return covering.includes(tool.cover) ? 'patient-data' : 'ask'
}
