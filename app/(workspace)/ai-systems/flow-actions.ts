'use server'

import { archiveFlow, createFlow, editFlow } from '#lib/ai-systems/flow-commands'
import { getFlow } from '#lib/ai-systems/flow-queries'
import { systemTable } from '#lib/ai-systems/table'
import { formObject } from '#lib/base/form-data'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { refusedEntry } from '../form-values.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import type { DecisionState } from '../question-form.tsx'

/** The top of the record, where the message stands. */
function toSystem(systemId: string, from: unknown): string {
  return withReturn(`/ai-systems/${systemId}`, returnQuery(systemTable, from))
}

/** As for systems: who was quicker, everything entered kept, and the next try based on their version. */
async function refusedFlow(
  actor: Actor,
  id: unknown,
  result: Result<unknown> & { ok: false },
  form: FormData,
): Promise<DecisionState> {
  const plain = refusedEntry(result, form)
  const current = result.code === 'conflict' ? await getFlow(actor, String(id)) : null
  if (!current || current.archived || String(current.version) === form.get('version')) return plain
  const [last] = current.history
  const who = last
    ? `${last.actorName} changed this while you had it open: “${last.sentence}”.`
    : result.message
  return {
    ...plain,
    version: current.version,
    message: `${who} Nothing of yours is saved yet, and nothing you typed is lost. Press again to put your answers in place of theirs.`,
  }
}

/** Describes a flow of patient data into a system and goes back to the system. */
export async function createFlowAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('phi-flow.edit')
  const { from, ...input } = formObject(form)
  const result = await createFlow(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  const systemId = String(input.systemId)
  await dropDraft(actor, `phi-flow/new/${systemId}`)
  return leavePastGate(actor, `Described ${result.value.ref}.`, toSystem(systemId, from))
}

/** Saves a flow and goes back to its system. */
export async function editFlowAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('phi-flow.edit')
  const { from, ...input } = formObject(form)
  const result = await editFlow(actor, input)
  if (!result.ok) return refusedFlow(actor, input.id, result, form)
  await dropDraft(actor, `phi-flow/${result.value.id}`)
  return leavePastGate(actor, 'Saved the flow.', toSystem(result.value.systemId, from))
}

/** Takes a flow off the list: it no longer happens, or never did. */
export async function archiveFlowAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('phi-flow.archive')
  const { from, ...input } = formObject(form)
  const result = await archiveFlow(actor, input)
  if (!result.ok) return refusedFlow(actor, input.id, result, form)
  return leavePastGate(actor, 'Archived the flow.', toSystem(result.value.systemId, from))
}
