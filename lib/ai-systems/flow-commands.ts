import { newId } from '#lib/base/ids'
import { shorten } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand, staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { flowRows } from './flow-queries.ts'
import { archiveFlowInput, createFlowInput, editFlowInput, flowKind, flowPrefix } from './flow-schema.ts'
import { flowTable } from './flow-table.ts'
import { chosenVendors, replaceVendors } from './flow-vendors.ts'
import { lockSystem, settle } from './store.ts'

/** The flow, with its system locked: whoever changes a flow changes what its system's tier and duties follow from. */
async function lockFlow(context: CommandContext, id: string, version: number) {
  const found = await context.tx.phiFlow.findUnique({ where: { id }, select: { systemId: true } })
  if (!found) throw notFound()
  const system = await lockSystem(context, found.systemId)
  const [flow] = await flowRows(context.tx, context.actor, [id])
  if (!flow) throw notFound()
  if (flow.version !== version) throw await staleVersion(context.tx, flowKind, id)
  if (flow.archived) throw conflict('This flow is archived.')
  return { flow, system }
}

/** A flow as events name it. */
export function flowRecord(flow: { id: string; ref: string; purpose: string }): RecordRef {
  return { kind: flowKind, id: flow.id, label: `${flow.ref} ${shorten(flow.purpose, 80)}` }
}

export const createFlow = defineCommand({
  name: 'phi-flow.create',
  permission: 'phi-flow.edit',
  input: createFlowInput,
  run: async (context, { vendorIds, vendorRefs, ...input }) => {
    const { tx, actor, now } = context
    const system = await lockSystem(context, input.systemId)
    requireAt(actor, 'phi-flow.edit', system.siteIds)
    if (system.archivedAt) throw conflict('This AI system is archived. Restore it first.')
    const goesTo = await chosenVendors(tx, { vendorIds, vendorRefs })
    const [ref = ''] = await nextReferences(tx, actor.practiceId, flowPrefix, 1)
    const id = newId(now.getTime())
    await tx.phiFlow.create({
      data: { ...input, id, ref, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
    })
    await replaceVendors(context, [{ flowId: id, vendorIds: goesTo }])
    // A described flow answers the question whether patient data goes in.
    await tx.aiSystem.update({
      where: { id: system.id },
      data: { patientData: 'yes', version: { increment: 1 }, updatedAt: now },
    })
    const flow = flowRecord({ id, ref, purpose: input.purpose })
    return {
      value: { id, ref },
      events: [
        {
          sentence: `Described the patient data flow ${flow.label}`,
          record: { kind: 'ai-system', id: system.id, label: system.label },
        },
        { sentence: `Added it to ${system.label}`, record: flow },
      ],
      due: await settle(context, { id: system.id }),
    }
  },
})

export const editFlow = defineCommand({
  name: 'phi-flow.edit',
  permission: 'phi-flow.edit',
  input: editFlowInput,
  run: async (context, { id, version, vendorIds, vendorRefs, ...facts }) => {
    const { tx, actor, now } = context
    const { flow, system } = await lockFlow(context, id, version)
    requireAt(actor, 'phi-flow.edit', system.siteIds)
    const goesTo = await chosenVendors(tx, { vendorIds, vendorRefs })
    await tx.phiFlow.update({ where: { id }, data: { ...facts, updatedAt: now, version: { increment: 1 } } })
    await replaceVendors(context, [{ flowId: id, vendorIds: goesTo }])
    const [after = flow] = await flowRows(tx, actor, [id])
    const sentence = changeSentence(flowTable, flow, after) ?? 'Saved it without changes'
    return {
      value: { id, systemId: system.id },
      events: [{ sentence, record: flowRecord({ ...flow, purpose: facts.purpose }) }],
      due: await settle(context, { id: system.id }),
    }
  },
})

export const archiveFlow = defineCommand({
  name: 'phi-flow.archive',
  permission: 'phi-flow.archive',
  input: archiveFlowInput,
  run: async (context, { id, version, reason }) => {
    const { tx, actor, now } = context
    const { flow, system } = await lockFlow(context, id, version)
    requireAt(actor, 'phi-flow.archive', system.siteIds)
    await tx.phiFlow.update({
      where: { id },
      data: { archivedAt: now, updatedAt: now, version: { increment: 1 } },
    })
    const record = flowRecord(flow)
    return {
      value: { id, systemId: system.id },
      events: [
        { sentence: 'Archived it', record, reason },
        {
          sentence: `Archived the patient data flow ${record.label}`,
          record: { kind: 'ai-system', id: system.id, label: system.label },
          reason,
        },
      ],
      due: await settle(context, { id: system.id }),
    }
  },
})
