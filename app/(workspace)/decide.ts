import { formObject } from '#lib/base/form-data'
import type { Actor, Permission } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import type { Table } from '#lib/kernel/table'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf } from './form-values.ts'
import { leaveWith } from './leave-with.ts'
import type { DecisionState } from './question-form.tsx'
import type { DecisionEntry, Refused } from './refused-form.ts'

/**
 * What a form that decides something about a record of one register does: runs a command on it and goes back to its page, or
 * gives the form its refusal. `leave`: how it goes back, where more than a message belongs to it.
 */
export function decideOn<Row, Where>({
  table,
  refused,
  leave = (_, says, path) => leaveWith(says, path),
}: {
  table: Table<Row, Where>
  refused: (actor: Actor, id: unknown, result: Refused, form: FormData) => Promise<DecisionEntry>
  leave?: (actor: Actor, says: string, path: string) => Promise<never>
}) {
  return async (
    permission: Permission,
    form: FormData,
    command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
    says: string,
  ): Promise<DecisionState> => {
    const actor = await requireActor(permission)
    const { from, ...input } = formObject(form)
    const result = await command(actor, input)
    if (!result.ok) return refused(actor, input['id'], result, form)
    await dropDraft(actor, draftKeyOf(form))
    return leave(actor, says, withReturn(`${table.path}/${result.value.id}`, returnQuery(table, from)))
  }
}
