import { formObject } from '#lib/base/form-data'
import { courseTable } from '#lib/courses/table'
import type { Actor, Permission } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { refusedDecision } from './conflict.ts'

/** Runs a command on the form's course and goes back to its page, or gives the form its refusal. */
export async function decide(
  permission: Permission,
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
  says: string,
): Promise<DecisionState> {
  const actor = await requireActor(permission)
  const { from, ...input } = formObject(form)
  const result = await command(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(says, withReturn(`/courses/${result.value.id}`, returnQuery(courseTable, from)))
}
