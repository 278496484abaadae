import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requireHere } from '#lib/people/works-here'
import { controlRows } from './queries.ts'
import * as schema from './schema.ts'
import { lockControl, lockForEdit, recordOf, replaceRequirements, requirementsOf, settle } from './store.ts'
import { type ControlRow, controlTable } from './table.ts'

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<ControlRow> {
  const [row] = await controlRows(tx, actor, [id])
  if (!row) throw notFound()
  return row
}

/** A reason stands only with what does not apply. */
const settled = <Facts extends { state: string; stateReason: string }>(facts: Facts): Facts =>
  facts.state === 'not-applicable' ? facts : { ...facts, stateReason: '' }

export const createControl = defineCommand({
  name: 'control.create',
  permission: 'control.edit',
  input: schema.createInput,
  run: async (context, { requirements, ...facts }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'control.edit', [])
    await requireHere(context, facts)
    const refs = await requirementsOf(context, requirements)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.controlPrefix, 1)
    const id = newId(now.getTime())
    await tx.control.create({
      data: { ...settled(facts), id, ref, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
    })
    await replaceRequirements(context, [{ controlId: id, refs }])
    const record = recordOf({ id, ref, title: facts.title })
    const answers = refs.length > 0 ? `, which answers ${count(refs.length, 'requirement')}` : ''
    return {
      value: { id, ref },
      events: [{ sentence: `Added ${record.label} to the register${answers}`, record }],
      due: await settle(context, { id }),
    }
  },
})

export const editControl = defineCommand({
  name: 'control.edit',
  permission: 'control.edit',
  input: schema.editInput,
  run: async (context, { id, version, ...facts }) => {
    const { tx, actor, now } = context
    const control = await lockForEdit(context, id, version)
    requireAt(actor, 'control.edit', [])
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    await tx.control.update({
      where: { id },
      data: { ...settled(facts), updatedAt: now, version: { increment: 1 } },
    })
    const due = await settle(context, { id })
    const sentence =
      changeSentence(controlTable, before, await rowOf(context, id)) ?? 'Saved it without changes'
    return {
      value: { id },
      events: [{ sentence, record: recordOf({ id, ref: control.ref, title: facts.title }) }],
      due,
    }
  },
})

/** Says which requirements of one framework a control answers; those of other frameworks stay. */
export const setRequirements = defineCommand({
  name: 'control.requirements',
  permission: 'control.edit',
  input: schema.requirementsInput,
  run: async (context, { id, version, framework, requirements }) => {
    const { tx, actor, now } = context
    const control = await lockForEdit(context, id, version)
    requireAt(actor, 'control.edit', [])
    const before = await rowOf(context, id)
    const others = before.requirements.filter((key) => !key.startsWith(`${framework}:`))
    const wanted = requirements.filter((key) => key.startsWith(`${framework}:`))
    const refs = await requirementsOf(context, [...others, ...wanted])
    await replaceRequirements(context, [{ controlId: id, refs }])
    await tx.control.update({ where: { id }, data: { updatedAt: now, version: { increment: 1 } } })
    const after = await rowOf(context, id)
    return {
      value: { id },
      events: [
        {
          sentence: changeSentence(controlTable, before, after) ?? 'Saved it without changes',
          record: recordOf(control),
        },
      ],
    }
  },
})

/** Names one more requirement that a control answers. */
export const answerRequirement = defineCommand({
  name: 'control.name-requirement',
  permission: 'control.edit',
  input: schema.answerInput,
  run: async (context, { controlId, requirement }) => {
    const { tx, actor, now } = context
    const control = await lockControl(context, controlId)
    requireAt(actor, 'control.edit', [])
    if (control.archivedAt) throw conflict('This control is archived. Restore it first.')
    const before = await rowOf(context, controlId)
    const refs = await requirementsOf(context, [...before.requirements, requirement])
    const isNew = refs.length > before.requirements.length
    if (isNew) {
      await replaceRequirements(context, [{ controlId, refs }])
      await tx.control.update({
        where: { id: controlId },
        data: { updatedAt: now, version: { increment: 1 } },
      })
    }
    const after = await rowOf(context, controlId)
    const words = after.requirementWords[after.requirements.indexOf(requirement)] ?? requirement
    return {
      value: { id: controlId },
      events: [
        { sentence: `Said${isNew ? '' : ' again'} that it answers ${words}`, record: recordOf(control) },
      ],
    }
  },
})

export const archiveControl = defineCommand({
  name: 'control.archive',
  permission: 'control.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const control = await lockForEdit(context, id, version)
    requireAt(context.actor, 'control.archive', [])
    await context.tx.control.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(control), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreControl = defineCommand({
  name: 'control.restore',
  permission: 'control.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const control = await lockControl(context, id)
    requireAt(context.actor, 'control.archive', [])
    if (!control.archivedAt) throw conflict('It is not archived.')
    await context.tx.control.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(control) }],
      due: await settle(context, { id }),
    }
  },
})
