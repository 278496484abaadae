import { type Day, dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requireHere } from '#lib/people/works-here'
import { titleOr } from './options.ts'
import { agreementRows } from './queries.ts'
import * as schema from './schema.ts'
import { lockAgreement, lockForEdit, recordOf, replaceNamed, settle } from './store.ts'
import { type AgreementRow, agreementTable } from './table.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<AgreementRow> {
  const [row] = await agreementRows(tx, actor, [id])
  if (!row) throw notFound()
  return row
}

interface Days {
  sentOn: Day | null
  signedOn: Day | null
  effectiveOn: Day | null
  endsOn: Day | null
  confirmedOn: Day | null
}

const dates = ({ sentOn, signedOn, effectiveOn, endsOn, confirmedOn }: Days) => {
  const date = (day: Day | null) => (day ? dateOf(day) : null)
  return {
    sentOn: date(sentOn),
    signedOn: date(signedOn),
    effectiveOn: date(effectiveOn),
    endsOn: date(endsOn),
    confirmedOn: date(confirmedOn),
  }
}

/** Days that say what happened, and so cannot lie ahead. */
function requirePast({ today }: CommandContext, days: Days): void {
  for (const field of ['sentOn', 'signedOn', 'confirmedOn'] as const) {
    const day = days[field]
    if (day && day > today) throw wrong(field, 'This day has not come yet.')
  }
}

interface Parties {
  vendorId: string
  upstreamId: string | null
  predecessorId?: string | null
}

/** The vendors of an agreement are in the register; whoever changes one meanwhile waits. */
async function requireParties(
  { tx }: CommandContext,
  { vendorId, upstreamId, predecessorId }: Parties,
): Promise<void> {
  const vendors = await tx.vendor.findMany({
    where: { id: { in: [vendorId, ...(upstreamId ? [upstreamId] : [])] } },
    select: { id: true },
  })
  if (vendors.every(({ id }) => id !== vendorId)) throw wrong('vendorId', 'Choose from the list.')
  if (!upstreamId) return requirePredecessor(tx, vendorId, predecessorId ?? null)
  if (upstreamId === vendorId) throw wrong('upstreamId', 'A vendor is not its own subcontractor.')
  const link = await tx.vendorLink.count({ where: { vendorId: upstreamId, subProcessorId: vendorId } })
  if (link === 0)
    throw wrong(
      'upstreamId',
      'The register does not say that it works for this vendor. Name it there as a sub-processor first.',
    )
  return requirePredecessor(tx, vendorId, predecessorId ?? null)
}

async function requirePredecessor(
  tx: CommandContext['tx'],
  vendorId: string,
  id: string | null,
): Promise<void> {
  if (!id) return
  const before = await tx.agreement.findUnique({ where: { id }, select: { vendorId: true } })
  if (before?.vendorId !== vendorId)
    throw wrong('predecessorId', 'What it follows must be an agreement with the same vendor.')
}

/** What an agreement names is in the register. */
async function requireNamed(
  { tx }: CommandContext,
  { systemIds, flowIds, covers }: { systemIds: string[]; flowIds: string[]; covers: string },
): Promise<void> {
  if (covers === 'named' && systemIds.length + flowIds.length === 0)
    throw wrong('covers', 'Tick at least one AI system or data flow, or choose that it covers everything.')
  const systems = await tx.aiSystem.count({ where: { id: { in: systemIds } } })
  const flows = await tx.phiFlow.count({ where: { id: { in: flowIds } } })
  if (systems !== new Set(systemIds).size || flows !== new Set(flowIds).size)
    throw wrong('covers', 'One of those named is not in the register any more. Look at the list again.')
}

export const createAgreement = defineCommand({
  name: 'agreement.create',
  permission: 'agreement.edit',
  input: schema.createInput,
  run: async (context, { systemIds, flowIds, ...input }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'agreement.edit', [])
    requirePast(context, input)
    await requireHere(context, input)
    await requireParties(context, input)
    await requireNamed(context, { systemIds, flowIds, covers: input.covers })
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.agreementPrefix, 1)
    const id = newId(now.getTime())
    const title = titleOr(input.title, input.kind)
    await tx.agreement.create({
      data: {
        ...input,
        ...dates(input),
        id,
        ref,
        title,
        practiceId: actor.practiceId,
        createdAt: now,
        updatedAt: now,
      },
    })
    await replaceNamed(context, [{ agreementId: id, systemIds, flowIds }])
    const record = recordOf(await rowOf(context, id))
    return {
      value: { id, ref },
      events: [
        { sentence: `Added ${record.label} to the register`, record },
        ...(await told(context, input, record.label)),
      ],
      due: await settle(context, { id: { in: [id, ...(input.predecessorId ? [input.predecessorId] : [])] } }),
    }
  },
})

/** The page of the vendor says so too. */
async function told({ tx }: CommandContext, { vendorId }: Parties, label: string): Promise<EventDraft[]> {
  const vendor = await tx.vendor.findUnique({ where: { id: vendorId }, select: { ref: true, name: true } })
  if (!vendor) return []
  const record = { kind: 'vendor', id: vendorId, label: `${vendor.ref} ${vendor.name}` }
  return [{ sentence: `Added the agreement ${label}`, record }]
}

export const editAgreement = defineCommand({
  name: 'agreement.edit',
  permission: 'agreement.edit',
  input: schema.editInput,
  run: async (context, { id, version, systemIds, flowIds, ...facts }) => {
    const { tx, actor, now } = context
    const stored = await lockForEdit(context, id, version)
    requireAt(actor, 'agreement.edit', [])
    requirePast(context, facts)
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    await requireParties(context, { ...facts, vendorId: stored.vendorId })
    await requireNamed(context, { systemIds, flowIds, covers: facts.covers })
    const title = titleOr(facts.title, facts.kind)
    await tx.agreement.update({
      where: { id },
      data: { ...facts, ...dates(facts), title, updatedAt: now, version: { increment: 1 } },
    })
    await replaceNamed(context, [{ agreementId: id, systemIds, flowIds }])
    const due = await settle(context, { OR: [{ id }, { successors: { some: { id } } }] })
    const after = await rowOf(context, id)
    return {
      value: { id },
      events: [
        {
          sentence: changeSentence(agreementTable, before, after) ?? 'Saved it without changes',
          record: recordOf(after),
        },
      ],
      due,
    }
  },
})

export const archiveAgreement = defineCommand({
  name: 'agreement.archive',
  permission: 'agreement.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const found = await lockForEdit(context, id, version)
    requireAt(context.actor, 'agreement.archive', [])
    await context.tx.agreement.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(found), reason }],
      due: await settle(context, { OR: [{ id }, { successors: { some: { id } } }] }),
    }
  },
})

export const restoreAgreement = defineCommand({
  name: 'agreement.restore',
  permission: 'agreement.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const found = await lockAgreement(context, id)
    requireAt(context.actor, 'agreement.archive', [])
    if (!found.archivedAt) throw conflict('It is not archived.')
    await context.tx.agreement.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(found) }],
      due: await settle(context, { OR: [{ id }, { successors: { some: { id } } }] }),
    }
  },
})
