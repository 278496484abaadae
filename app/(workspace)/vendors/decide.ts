import { vendorTable } from '#lib/vendors/table'
import { decideOn } from '../decide.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's vendor and goes back to its page. */
export const decide = decideOn({ table: vendorTable, refused: refusedDecision, leave: leavePastGate })
