import { dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { forbidden, invalid } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { handedTo } from '#lib/people/handed-duties'
import { controlStates } from './options.ts'
import { answersFor, mayKeep, visibleToKeeper } from './policy.ts'
import { controlKind, stateInput, testInput } from './schema.ts'
import { type LockedControl, lockForEdit, recordOf, settle } from './store.ts'

const wrongDay = (message: string) => invalid('Please check the marked fields.', { on: message })

/** The control, for whoever may test it and say how far it is: its owner and its backup may without its page. */
async function lockToKeep(context: CommandContext, id: string, version: number): Promise<LockedControl> {
  const { tx, actor } = context
  const handed = await handedTo(tx, actor, controlKind)
  const control = await lockForEdit(context, id, version, visibleToKeeper(actor, handed))
  if (!mayKeep(actor, handed.includes(id) || answersFor(actor, control))) throw forbidden()
  return control
}

const found: Readonly<Record<string, string>> = {
  works: 'it works',
  weak: 'it is weak',
  fails: 'it fails',
}

/** Records a test. The last one stands on the control; every one stays as it was written down. */
export const testControl = defineCommand({
  name: 'control.test',
  permission: 'control.keep-own',
  input: testInput,
  run: async (context, { id, version, on, result, note }) => {
    const { tx, actor, now, today } = context
    const control = await lockToKeep(context, id, version)
    if (on > today) throw wrongDay('This day has not come yet.')
    if (control.testedOn && dateOf(on) < control.testedOn) throw wrongDay('There is a later one already.')
    await tx.controlTest.create({
      data: {
        ...{ id: newId(now.getTime()), practiceId: actor.practiceId, controlId: id },
        ...{ testedOn: dateOf(on), testedById: actor.personId, result, note, createdAt: now },
      },
    })
    await tx.control.update({
      where: { id },
      data: { testedOn: dateOf(on), testResult: result, updatedAt: now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Tested it on ${formatDay(on)}: ${found[result]}`,
          record: recordOf(control),
          reason: note,
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** Says how far a control is, and why where it does not apply. */
export const setControlState = defineCommand({
  name: 'control.state',
  permission: 'control.keep-own',
  input: stateInput,
  run: async (context, { id, version, state, stateReason }) => {
    const { tx, now } = context
    const control = await lockToKeep(context, id, version)
    const reason = state === 'not-applicable' ? stateReason : ''
    await tx.control.update({
      where: { id },
      data: { state, stateReason: reason, updatedAt: now, version: { increment: 1 } },
    })
    const label = (value: string) => optionLabel(controlStates, value)
    return {
      value: { id },
      events: [
        {
          sentence:
            control.state === state
              ? `Said again: “${label(state)}”`
              : `Changed state from “${label(control.state)}” to “${label(state)}”`,
          record: recordOf(control),
          ...(stateReason ? { reason: stateReason } : {}),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})
