import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { dayIn } from '#lib/base/days'
import { now as clockNow } from '#lib/platform/clock'
import { isUniqueViolation, type Tx, write } from '#lib/platform/db'
import { errorId, log } from '#lib/platform/log'
import { type Actor, can, type Permission } from './access.ts'
import { appendEvents, attributionOf, type Events } from './audit.ts'
import type { CommandContext } from './context.ts'
import { type DueSync, syncObligations } from './due-store.ts'
import { conflict, Refusal, type RefusalCode } from './errors.ts'

export interface Outcome<Value> {
  value: Value
  events: Events
  /** Records whose duties may have changed; recomputed in the same transaction. */
  due?: readonly DueSync[]
}

export type Result<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: RefusalCode | 'fault'; message: string; fields: Record<string, string> }

interface Definition<Input extends z.ZodType, Value> {
  /** 'ai-system.edit': the action written into the audit trail. */
  name: string
  permission: Permission
  input: Input
  run: (context: CommandContext, input: z.output<Input>) => Promise<Outcome<Value>>
  /** For imports; 30 seconds otherwise. */
  timeoutMs?: number
}

export interface Command<Value> {
  (actor: Actor, input: unknown): Promise<Result<Value>>
  readonly commandName: string
  readonly permission: Permission
}

function refused(refusal: Refusal): {
  ok: false
  code: RefusalCode
  message: string
  fields: Record<string, string>
} {
  return { ok: false, code: refusal.code, message: refusal.message, fields: refusal.fields }
}

/** Messages by field path ('flows.0.purpose'), the first one for each. */
function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}

/**
 * The only way to write: authorise, parse, one transaction with the change, its events and its duties.
 * Returns refusals as values; faults are logged and come back with an id that finds the log line.
 */
export function defineCommand<Input extends z.ZodType, Value>(
  definition: Definition<Input, Value>,
): Command<Value> {
  const execute = async (actor: Actor, input: unknown): Promise<Result<Value>> => {
    if (!can(actor, definition.permission))
      return refused(new Refusal('forbidden', 'Your role does not allow this.'))
    const parsed = definition.input.safeParse(input)
    if (!parsed.success)
      return refused(new Refusal('invalid', 'Please check the marked fields.', fieldsOf(parsed.error)))
    const now = clockNow()
    const today = dayIn(actor.timeZone, now)
    const correlationId = randomUUID()
    try {
      const value = await write(
        { practiceId: actor.practiceId, correlationId },
        async (tx) => {
          const context = { tx, actor, now, today, correlationId }
          const outcome = await definition.run(context, parsed.data)
          await appendEvents(tx, attributionOf(actor), definition.name, now, correlationId, outcome.events)
          if (outcome.due) await syncObligations(context, outcome.due)
          return outcome.value
        },
        { timeoutMs: definition.timeoutMs },
      )
      return { ok: true, value }
    } catch (error) {
      if (error instanceof Refusal) return refused(error)
      if (isUniqueViolation(error))
        return refused(conflict('Somebody else has just saved the same thing. Look at it and try again.'))
      const id = errorId()
      log('error', 'command failed', { errorId: id, command: definition.name, error })
      return {
        ok: false,
        code: 'fault',
        message: `Something went wrong. Nothing was saved. Error ${id}.`,
        fields: {},
      }
    }
  }
  return Object.assign(execute, { commandName: definition.name, permission: definition.permission })
}

/** The refusal for an edit that saw an older version, naming who changed the record since. */
export async function staleVersion(tx: Tx, kind: string, recordId: string): Promise<Refusal> {
  const last = await tx.auditEvent.findFirst({
    where: { recordKind: kind, recordId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { actorName: true, sentence: true },
  })
  return conflict(
    last
      ? `${last.actorName} changed this while you had it open: ${last.sentence}. Nothing of yours was saved; open it again to see both.`
      : 'This was changed while you had it open. Nothing of yours was saved; open it again to see both.',
  )
}
