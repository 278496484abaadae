import { courseTable } from '#lib/courses/table'
import { decideOn } from '../decide.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's course and goes back to its page. */
export const decide = decideOn({ table: courseTable, refused: refusedDecision })
