import { controlTable } from '#lib/controls/table'
import { decideOn } from '../decide.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's control and goes back to its page. */
export const decide = decideOn({ table: controlTable, refused: refusedDecision })
