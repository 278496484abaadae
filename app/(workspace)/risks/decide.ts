import { riskTable } from '#lib/risks/table'
import { decideOn } from '../decide.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's risk and goes back to its page. */
export const decide = decideOn({ table: riskTable, refused: refusedDecision })
