import { type Day, dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { changeSentence } from '#lib/kernel/change-sentence'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requirementRef } from '#lib/law/frameworks/all-frameworks'
import { requireHere } from '#lib/people/works-here'
import { replaceLinks, requireNamed, withReferences } from './links-store.ts'
import { riskRows } from './queries.ts'
import type { RiskRow } from './row.ts'
import * as schema from './schema.ts'
import { lockForEdit, lockRisk, recordOf, settle, touched } from './store.ts'
import { riskTable } from './table.ts'

async function rowOf({ tx, actor }: CommandContext, id: string): Promise<RiskRow> {
  const [row] = await riskRows(tx, actor, [id])
  if (!row) throw notFound()
  return row
}

/** A day that says what happened cannot lie ahead. */
function requirePast({ today }: CommandContext, field: string, day: Day | null): void {
  if (day && day > today)
    throw invalid('Please check the marked fields.', { [field]: 'This day has not come yet.' })
}

interface Named {
  systemIds: string[]
  vendorIds: string[]
  siteIds: string[]
  controlIds: string[]
}

/** What the form says about the risk itself, and apart from it what it names. */
const apart = <Given extends Named>({ systemIds, vendorIds, siteIds, controlIds, ...rest }: Given) => ({
  ...rest,
  links: { systemIds, vendorIds, siteIds, controlIds },
})

const dated = (identifiedOn: Day | null) => (identifiedOn ? dateOf(identifiedOn) : null)

/** Writes a risk down. Nobody has scored it then, and so nobody calls it low. */
export const createRisk = defineCommand({
  name: 'risk.create',
  permission: 'risk.edit',
  input: schema.createInput,
  run: async (context, said) => {
    const { tx, actor, now } = context
    const input = await withReferences(context, said)
    const { links, requirements, ...facts } = apart(input)
    const places = await requireNamed(context, input)
    requireAt(actor, 'risk.edit', places)
    requirePast(context, 'identifiedOn', facts.identifiedOn)
    await requireHere(context, facts)
    const [ref = ''] = await nextReferences(tx, actor.practiceId, schema.riskPrefix, 1)
    const id = newId(now.getTime())
    await tx.risk.create({
      data: {
        ...facts,
        identifiedOn: dated(facts.identifiedOn),
        id,
        ref,
        practiceId: actor.practiceId,
        createdAt: now,
        updatedAt: now,
      },
    })
    const tied = requirements.flatMap((key) => requirementRef(key) ?? [])
    await replaceLinks(context, [{ riskId: id, ...links, requirements: tied }])
    const record = recordOf({ id, ref, title: facts.title })
    return {
      value: { id, ref },
      events: [{ sentence: `Added ${record.label} to the register`, record }],
      due: await settle(context, { id }),
    }
  },
})

export const editRisk = defineCommand({
  name: 'risk.edit',
  permission: 'risk.edit',
  input: schema.editInput,
  run: async (context, said) => {
    const { tx, actor, now } = context
    const input = await withReferences(context, said)
    const { id, version, links, ...facts } = apart(input)
    const stored = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.edit', stored.siteIds)
    requireAt(actor, 'risk.edit', await requireNamed(context, input))
    requirePast(context, 'identifiedOn', facts.identifiedOn)
    const before = await rowOf(context, id)
    await requireHere(context, facts, before)
    await tx.risk.update({
      where: { id },
      data: { ...facts, identifiedOn: dated(facts.identifiedOn), ...touched(now) },
    })
    await replaceLinks(context, [{ riskId: id, ...links }])
    const due = await settle(context, { id })
    const after = await rowOf(context, id)
    return {
      value: { id },
      events: [
        {
          sentence: changeSentence(riskTable, before, after) ?? 'Saved it without changes',
          record: recordOf(after),
        },
      ],
      due,
    }
  },
})

export const archiveRisk = defineCommand({
  name: 'risk.archive',
  permission: 'risk.archive',
  input: schema.archiveInput,
  run: async (context, { id, version, reason }) => {
    const found = await lockForEdit(context, id, version)
    requireAt(context.actor, 'risk.archive', found.siteIds)
    await context.tx.risk.update({
      where: { id },
      data: { archivedAt: context.now, ...touched(context.now) },
    })
    return {
      value: { id },
      events: [{ sentence: 'Archived it', record: recordOf(found), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const restoreRisk = defineCommand({
  name: 'risk.restore',
  permission: 'risk.archive',
  input: schema.restoreInput,
  run: async (context, { id }) => {
    const found = await lockRisk(context, id)
    requireAt(context.actor, 'risk.archive', found.siteIds)
    if (!found.archivedAt) throw conflict('It is not archived.')
    await context.tx.risk.update({ where: { id }, data: { archivedAt: null, ...touched(context.now) } })
    return {
      value: { id },
      events: [{ sentence: 'Restored it from the archive', record: recordOf(found) }],
      due: await settle(context, { id }),
    }
  },
})
