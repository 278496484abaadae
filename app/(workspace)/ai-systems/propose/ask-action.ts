'use server'

import { proposeSystemAction } from '../actions.ts'
import { type AskState, secondThought } from './second-thought.ts'

/** Sends a proposal; one whose words look like patient data only when it is sent again as it is. */
export async function askForToolAction(state: AskState, form: FormData): Promise<AskState> {
  return secondThought(form) ?? (await proposeSystemAction(state, form))
}
