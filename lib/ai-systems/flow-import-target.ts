import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { flowRecord as flowRef } from './flow-commands.ts'
import { flowKeys, flowRows } from './flow-queries.ts'
import { type FlowImport, flowImportInput, flowPrefix } from './flow-schema.ts'
import { type FlowRow, flowTable } from './flow-table.ts'
import { replaceVendors } from './flow-vendors.ts'
import { lockSystems, nothingWritten } from './import-rows.ts'
import { systemLookup } from './lookups.ts'
import { visible } from './policy.ts'
import { settle } from './store.ts'

const blank = {
  identifiers: [],
  clinicalClasses: [],
  destination: '',
  minimumNecessary: '',
  deidentification: 'none',
  retention: '',
  trainsModel: 'unknown',
  authorization: 'unknown',
}

const text = (values: ImportValues, key: string) => (typeof values[key] === 'string' ? values[key] : '')

function refuses(values: ImportValues): string | null {
  const parsed = flowImportInput.safeParse(values)
  if (parsed.success) return null
  const [issue] = parsed.error.issues
  const field = String(issue?.path[0] ?? '')
  const label = Object.entries(flowTable.fields).find(([key]) => key === field)?.[1].label ?? 'Row'
  return `${label}: ${issue?.message ?? 'cannot be read.'}`
}

/** Locks the systems of these flows and makes sure that the actor may bring flows into each. */
async function openSystems(context: CommandContext, ids: readonly string[]) {
  const systemIds = [...new Set(ids)]
  await lockSystems(context, systemIds)
  const systems = await context.tx.aiSystem.findMany({
    where: { AND: [{ id: { in: systemIds } }, visible(context.actor)] },
    select: { id: true, patientData: true, sites: { select: { siteId: true } } },
  })
  for (const { sites } of systems)
    requireAt(
      context.actor,
      'phi-flow.import',
      sites.map(({ siteId }) => siteId),
    )
  return new Map(systems.map((system) => [system.id, system]))
}

/** A flow that changes is a change of its system: others who have it open are told. */
async function touchSystems(
  { tx, now }: CommandContext,
  ids: readonly string[],
  data: { patientData?: string },
) {
  await tx.aiSystem.updateMany({
    where: { id: { in: [...ids] } },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  })
}

async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  const given = rows.map((values): FlowImport => flowImportInput.parse(values))
  const systems = await openSystems(
    context,
    given.flatMap(({ system }) => system ?? []),
  )
  const refs = await nextReferences(tx, actor.practiceId, flowPrefix, rows.length)
  const made = given.map(({ system, vendors: _vendors, ...facts }, at) => ({
    ...blank,
    ...facts,
    id: newId(now.getTime()),
    ref: refs[at] ?? '',
    practiceId: actor.practiceId,
    systemId: system ?? '',
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  }))
  await insertRows(tx, 'PhiFlow', made)
  await replaceVendors(
    context,
    made.map(({ id }, at) => ({ flowId: id, vendorIds: given[at]?.vendors ?? [] })),
  )
  // A described flow answers the question whether patient data goes in.
  await touchSystems(context, [...systems.keys()], { patientData: 'yes' })
  return {
    records: made.map((flow) => ({
      id: flow.id,
      label: flowRef(flow).label,
      version: 1,
      undo: { patientData: systems.get(flow.systemId)?.patientData ?? 'unknown' },
    })),
    events: made.map((flow) => ({ sentence: `Brought in ${cause}`, record: flowRef(flow) })),
    due: await settle(context, { id: { in: [...systems.keys()] } }),
  }
}

async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  const ids = rows.map(({ id }) => id)
  const targets = rows.flatMap(({ values }) => text(values, 'system') || [])
  const { map: systems, flows: before } = await lockFlows(context, ids, targets)
  await updateRows(
    tx,
    'PhiFlow',
    rows.flatMap(({ id, values }) => {
      const row = before.get(id)
      if (!row) return []
      const { system, vendors: _, ...facts } = flowImportInput.parse({ ...factsOf(row), ...values })
      return [
        {
          ...facts,
          id,
          systemId: system ?? row.systemId,
          version: row.version + 1,
          updatedAt: now.toISOString(),
        },
      ]
    }),
  )
  await replaceVendors(
    context,
    rows.flatMap(({ id, values }) => {
      const { vendors } = values
      return Array.isArray(vendors) ? [{ flowId: id, vendorIds: vendors.map(String) }] : []
    }),
  )
  await touchSystems(context, [...systems.keys()], {})
  const after = new Map((await flowRows(tx, actor, ids)).map((row) => [row.id, row]))
  const left = rows.flatMap(({ id }) => {
    const [was, now] = [before.get(id), after.get(id)]
    return was && now ? [{ was, now }] : []
  })
  return {
    records: left.map(({ now }) => ({ id: now.id, label: flowRef(now).label, version: now.version })),
    events: left.map(({ was, now }) => ({
      sentence: `${changeSentence(flowTable, was, now) ?? 'Saved it without changes'}, ${cause}`,
      record: flowRef(now),
    })),
    due: await settle(context, { id: { in: [...systems.keys()] } }),
  }
}

/** Every field that a file can set, as the row has it now. */
function factsOf(row: FlowRow) {
  const { purpose, identifiers, clinicalClasses, destination, minimumNecessary } = row
  const { deidentification, retention, trainsModel, authorization } = row
  return {
    ...{ purpose, identifiers, clinicalClasses, destination, minimumNecessary },
    ...{ deidentification, retention, trainsModel, authorization },
  }
}

/** Whoever changes a flow holds its system, and the one it goes to. */
async function lockFlows(context: CommandContext, ids: readonly string[], alsoSystems: readonly string[]) {
  const { tx, actor } = context
  const of = await tx.phiFlow.findMany({ where: { id: { in: [...ids] } }, select: { systemId: true } })
  const map = await openSystems(context, [...of.map(({ systemId }) => systemId), ...alsoSystems])
  const flows = new Map((await flowRows(tx, actor, ids)).map((row) => [row.id, row]))
  return { map, flows }
}

async function retract(
  context: CommandContext,
  ids: readonly string[],
  cause: string,
  undo: ReadonlyMap<string, ImportValues>,
): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, now } = context
  const { map: systems, flows } = await lockFlows(context, ids, [])
  const rows = [...flows.values()]
  await updateRows(
    tx,
    'PhiFlow',
    rows.map(({ id, version }) => ({
      id,
      version: version + 1,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })),
  )
  await touchSystems(context, [...systems.keys()], {})
  for (const [answer, systemIds] of answersBefore(rows, undo))
    await tx.aiSystem.updateMany({
      where: { id: { in: systemIds }, patientData: 'yes', flows: { none: { archivedAt: null } } },
      data: { patientData: answer },
    })
  return {
    records: rows.map((flow) => ({ id: flow.id, label: flowRef(flow).label, version: flow.version + 1 })),
    events: rows.map((flow) => ({ sentence: `Archived it ${cause}`, record: flowRef(flow) })),
    due: await settle(context, { id: { in: [...systems.keys()] } }),
  }
}

/** Systems by what was known of their patient data before the import described a flow. */
function answersBefore(rows: readonly FlowRow[], undo: ReadonlyMap<string, ImportValues>) {
  const answers = new Map<string, string[]>()
  for (const { id, systemId } of rows) {
    const answer = text(undo.get(id) ?? {}, 'patientData')
    if (answer !== '' && answer !== 'yes') answers.set(answer, [...(answers.get(answer) ?? []), systemId])
  }
  return answers
}

/** How spreadsheets become patient data flows. */
export const flowImport: ImportTarget<FlowRow> = {
  lookups: async (tx, actor) => ({ system: await systemLookup(tx, actor, 'phi-flow.import') }),
  keys: flowKeys,
  nameOf: (values) => (values['system'] ? `${text(values, 'system')} ${text(values, 'purpose')}` : ''),
  labelOf: (values) => text(values, 'purpose'),
  rows: flowRows,
  refuses,
  create,
  update,
  retract,
}
