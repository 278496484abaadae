import { campaignTable } from '#lib/training/table'
import { decideOn } from '../decide.ts'
import { refusedDecision } from './conflict.ts'

/** Decides something about the form's campaign and goes back to its page. */
export const decide = decideOn({ table: campaignTable, refused: refusedDecision })
