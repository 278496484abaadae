import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requireHere } from '#lib/people/works-here'
import { vendorRows } from './queries.ts'
import * as schema from './schema.ts'
import { lockForEdit, lockVendor, recordOf, settle } from './store.ts'
import { type VendorRow, vendorTable } from './table.ts'

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<VendorRow> {
  const [row] = await vendorRows(tx, actor, [id])
  if (!row) throw notFound()
  return row
}

export const createVendor = defineCommand({
  name: 'vendor.create',
  permission: 'vendor.edit',
  input: schema.createInput,
  run: async (context, input) => {
    const { tx, actor, now } = context
    requireAt(actor, 'vendor.edit', [])
    await requireHere(context, input)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.vendorPrefix, 1)
    const id = newId(now.getTime())
    await tx.vendor.create({
      data: { ...input, id, ref, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
    })
    const record = recordOf({ id, ref, name: input.name })
    return {
      value: { id, ref },
      events: [{ sentence: `Added ${record.label} to the register`, record }],
      due: await settle(context, { id }),
    }
  },
})

export const editVendor = defineCommand({
  name: 'vendor.edit',
  permission: 'vendor.edit',
  input: schema.editInput,
  run: async (context, { id, version, ...facts }) => {
    const { tx, actor, now } = context
    const vendor = await lockForEdit(context, id, version)
    requireAt(actor, 'vendor.edit', [])
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    await tx.vendor.update({ where: { id }, data: { ...facts, updatedAt: now, version: { increment: 1 } } })
    const due = await settle(context, { id })
    const sentence =
      changeSentence(vendorTable, before, await rowOf(context, id)) ?? 'Saved it without changes'
    return {
      value: { id },
      events: [{ sentence, record: recordOf({ id, ref: vendor.ref, name: facts.name }) }],
      due,
    }
  },
})

export const archiveVendor = defineCommand({
  name: 'vendor.archive',
  permission: 'vendor.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const vendor = await lockForEdit(context, id, version)
    requireAt(context.actor, 'vendor.archive', [])
    await context.tx.vendor.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(vendor), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreVendor = defineCommand({
  name: 'vendor.restore',
  permission: 'vendor.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const vendor = await lockVendor(context, id)
    requireAt(context.actor, 'vendor.archive', [])
    if (!vendor.archivedAt) throw conflict('It is not archived.')
    await context.tx.vendor.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(vendor) }],
      due: await settle(context, { id }),
    }
  },
})
