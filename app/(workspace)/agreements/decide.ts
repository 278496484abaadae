import { agreementTable } from '#lib/agreements/table'
import { decideOn } from '../decide.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's agreement and goes back to its page. */
export const decide = decideOn({ table: agreementTable, refused: refusedDecision, leave: leavePastGate })
