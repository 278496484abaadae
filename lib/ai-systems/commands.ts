import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { type Actor, canAt, requireAt, sitesWith } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { gone, requireHere } from '#lib/people/works-here'
import { notLookedAt } from './due.ts'
import { visible } from './policy.ts'
import { fileSelect, toRow } from './queries.ts'
import * as schema from './schema.ts'
import { conclude, dueSync, lockForEdit, lockSystem, putSafeguards, replaceSites, settle } from './store.ts'
import { type SystemRow, systemTable } from './table.ts'

const { systemKind, systemPrefix } = schema

export const recordOf = (system: { id: string; label: string }): RecordRef => ({
  kind: systemKind,
  id: system.id,
  label: system.label,
})

/** Who may put a system at these sites: somebody who edits there, or everywhere. No site means the whole practice. */
function requireSites(actor: Actor, siteIds: readonly string[]): void {
  if (siteIds.length === 0 && sitesWith(actor, 'ai-system.edit') !== 'all')
    throw invalid('Please check the marked fields.', {
      siteIds: 'Tick at least one of the sites you answer for.',
    })
  requireAt(actor, 'ai-system.edit', siteIds)
}

async function rowOf({ tx }: CommandContext, id: string): Promise<SystemRow> {
  const found = await tx.aiSystem.findUnique({ where: { id }, select: fileSelect })
  if (!found) throw notFound()
  return toRow(found)
}

interface NewSystem {
  facts: Partial<schema.SystemFacts> & { name: string; vendorId?: string | null }
  /** Who asked for it; null when somebody who keeps the register adds it. */
  proposedById: string | null
}

/** Inserts one proposed system with what follows from its facts. */
async function insertSystem(context: CommandContext, { facts, proposedById }: NewSystem) {
  const { tx, actor, now, today } = context
  const { siteIds = [], safeguards = {}, ...columns } = facts
  const [ref = ''] = await nextReferences(tx, actor.practiceId, systemPrefix, 1)
  const id = newId(now.getTime())
  const unknown = {
    useKind: 'unknown',
    reachesPatient: 'unknown',
    licensedReview: 'unknown',
    therapy: 'unknown',
    generative: 'unknown',
    decisionSupport: 'unknown',
    patientData: 'unknown',
    protectedInputs: [],
  }
  const { tier, tierComputed, nextDueOn, duties } = conclude(
    {
      ...unknown,
      ...notLookedAt,
      ...columns,
      stage: 'proposed',
      archived: false,
      flows: [],
      proposedOn: today,
      registeredOn: today,
      approvedOn: null,
      reviewedOn: null,
      dataReviewedOn: null,
      logsReviewedOn: null,
      tierOverride: null,
    },
    actor.cadences,
  )
  await tx.aiSystem.create({
    data: {
      ...columns,
      id,
      ref,
      practiceId: actor.practiceId,
      stage: 'proposed',
      tier,
      tierComputed,
      proposedById,
      proposedOn: dateOf(today),
      stageSince: dateOf(today),
      nextDueOn: nextDueOn ? dateOf(nextDueOn) : null,
      createdAt: now,
      updatedAt: now,
    },
  })
  await replaceSites(context, id, siteIds)
  await putSafeguards(context, id, safeguards)
  const system = {
    id,
    ref,
    name: facts.name,
    ownerId: columns.ownerId ?? null,
    backupId: columns.backupId ?? null,
  }
  return { id, ref, label: `${ref} ${facts.name}`, due: [dueSync(system, siteIds, duties)] }
}

export const createSystem = defineCommand({
  name: 'ai-system.create',
  permission: 'ai-system.edit',
  input: schema.createInput,
  run: async (context, input) => {
    requireSites(context.actor, input.siteIds)
    await requireHere(context, input)
    const created = await insertSystem(context, { facts: input, proposedById: null })
    return {
      value: { id: created.id, ref: created.ref },
      events: [{ sentence: `Added ${created.label} to the register`, record: recordOf(created) }],
      due: created.due,
    }
  },
})

/** Anybody who works here may ask; the system is proposed at the sites they work at. */
export const proposeSystem = defineCommand({
  name: 'ai-system.propose',
  permission: 'ai-system.propose',
  input: schema.proposeInput,
  run: async (context, input) => {
    const siteIds = [...context.actor.homeSiteIds]
    const created = await insertSystem(context, {
      facts: { ...input, siteIds },
      proposedById: context.actor.personId,
    })
    return {
      value: { id: created.id, ref: created.ref },
      events: [{ sentence: `Asked to use ${created.label}`, record: recordOf(created) }],
      due: created.due,
    }
  },
})

export const editSystem = defineCommand({
  name: 'ai-system.edit',
  permission: 'ai-system.edit',
  input: schema.editInput,
  run: async (context, input) => {
    const { tx, actor, now } = context
    const { id, version, siteIds, safeguards, ...columns } = input
    const system = await lockForEdit(context, id, version)
    requireAt(actor, 'ai-system.edit', system.siteIds)
    requireSites(actor, siteIds)
    const before = await rowOf(context, id)
    await requireHere(context, columns, before)
    await tx.aiSystem.update({
      where: { id },
      data: {
        ...columns,
        // The link was made for the name that stood there.
        ...(columns.vendorName === before.vendorName ? {} : { vendorId: null }),
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    await replaceSites(context, id, siteIds)
    await putSafeguards(context, id, safeguards)
    const due = await settle(context, { id })
    const after = await rowOf(context, id)
    const sentence = changeSentence(systemTable, before, after) ?? 'Saved it without changes'
    return {
      value: { id },
      events: [{ sentence, record: recordOf({ id, label: `${system.ref} ${columns.name}` }) }],
      due,
    }
  },
})

export const archiveSystem = defineCommand({
  name: 'ai-system.archive',
  permission: 'ai-system.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const system = await lockForEdit(context, id, version)
    requireAt(context.actor, 'ai-system.archive', system.siteIds)
    await context.tx.aiSystem.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(system), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreSystem = defineCommand({
  name: 'ai-system.restore',
  permission: 'ai-system.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const system = await lockSystem(context, id)
    requireAt(context.actor, 'ai-system.archive', system.siteIds)
    if (!system.archivedAt) throw conflict('It is not archived.')
    await context.tx.aiSystem.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(system) }],
      due: await settle(context, { id }),
    }
  },
})

export const duplicateSystem = defineCommand({
  name: 'ai-system.duplicate',
  permission: 'ai-system.edit',
  input: schema.duplicateInput,
  run: async (context, { id }) => {
    const { tx, actor } = context
    const source = await tx.aiSystem.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: fileSelect,
    })
    if (!source) throw notFound()
    const row = toRow(source)
    const siteIds = row.sites.map((site) => site.id)
    if (!canAt(actor, 'ai-system.edit', siteIds)) throw forbidden()
    const left = await gone(context, row)
    const stillHere = (personId: string | null) => (personId && left.has(personId) ? null : personId)
    const facts = schema.createInput.parse({
      ...row,
      ownerId: stillHere(row.ownerId),
      backupId: stillHere(row.backupId),
      name: `${row.name.slice(0, 193)} (copy)`,
      siteIds,
      safeguards: Object.fromEntries(row.safeguards.map(({ key, state, note }) => [key, { state, note }])),
    })
    const copied = { ...facts, vendorId: row.vendorId }
    const created = await insertSystem(context, { facts: copied, proposedById: null })
    return {
      value: { id: created.id, ref: created.ref },
      events: [{ sentence: `Made ${created.label} as a copy of ${row.ref}`, record: recordOf(created) }],
      due: created.due,
    }
  },
})
