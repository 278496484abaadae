import { newId } from '#lib/base/ids'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import type { Written } from '#lib/kernel/record'
import type { SystemImport } from './schema.ts'

// What both adding and changing many AI systems at once need.

export const nothingWritten: Written = { records: [], events: [], due: [] }
/** The reason of a stage that came from a file. */
export const importReason = 'Imported'
/** Stages in which a system has been approved. */
export const approvedStages = ['approved', 'in-use', 'suspended-pending', 'suspended']

export type ImportedFacts = Omit<SystemImport, 'siteIds' | 'safeguards'>

/** What an AI system is when nobody said anything about it; the columns that the database would fill likewise. */
export const blank = {
  purpose: '',
  category: 'other',
  vendorName: '',
  product: '',
  modelName: '',
  runsWhere: 'unknown',
  productVersion: '',
  users: '',
  notes: '',
  reachesPatient: 'unknown',
  licensedReview: 'unknown',
  useKind: 'unknown',
  therapy: 'unknown',
  generative: 'unknown',
  decisionSupport: 'unknown',
  protectedInputs: [],
  patientData: 'unknown',
  stage: 'proposed',
  ownerId: null,
  backupId: null,
  reviewedOn: null,
  dataReviewedOn: null,
  logsReviewedOn: null,
  approvedOn: null,
  tierOverride: null,
  tierOverrideReason: '',
}

/** Puts systems at sites at which they are not yet. */
export async function insertSites(
  { tx, actor }: CommandContext,
  rows: readonly { id: string; siteIds: readonly string[] }[],
): Promise<void> {
  await insertRows(
    tx,
    'AiSystemSite',
    rows.flatMap(({ id, siteIds }) =>
      siteIds.map((siteId) => ({ practiceId: actor.practiceId, systemId: id, siteId })),
    ),
  )
}

/** Writes the given safeguards of many systems; a state or a note that is not given stays. */
export async function putSafeguards(
  { tx, actor, now }: CommandContext,
  rows: readonly { id: string; safeguards: NonNullable<SystemImport['safeguards']> }[],
): Promise<void> {
  const entries = rows.flatMap(({ id, safeguards }) =>
    Object.entries(safeguards).map(([key, given]) => ({ systemId: id, key, given })),
  )
  if (entries.length === 0) return
  const systemIds = [...new Set(entries.map(({ systemId }) => systemId))]
  const existing = new Map(
    (await tx.safeguard.findMany({ where: { systemId: { in: systemIds } } })).map((row) => [
      `${row.systemId} ${row.key}`,
      row,
    ]),
  )
  const merged = entries.map(({ systemId, key, given }) => {
    const before = existing.get(`${systemId} ${key}`)
    const state = given.state ?? before?.state ?? 'unknown'
    const note = given.note ?? before?.note ?? ''
    return { before, row: { id: before?.id ?? newId(now.getTime()), systemId, key, state, note } }
  })
  await updateRows(
    tx,
    'Safeguard',
    merged.flatMap(({ before, row: { id, state, note } }) => (before ? [{ id, state, note }] : [])),
  )
  await insertRows(
    tx,
    'Safeguard',
    merged.flatMap(({ before, row }) => (before ? [] : [{ ...row, practiceId: actor.practiceId }])),
  )
}

/** Sets the sites of those that name any. */
export async function replaceSites(
  context: CommandContext,
  rows: readonly { id: string; siteIds: readonly string[] | undefined }[],
): Promise<void> {
  const moved = rows.flatMap(({ id, siteIds }) => (siteIds ? [{ id, siteIds }] : []))
  if (moved.length === 0) return
  await context.tx.aiSystemSite.deleteMany({ where: { systemId: { in: moved.map(({ id }) => id) } } })
  await insertSites(context, moved)
}

/** Locks systems until the transaction ends, always in the same order. */
export async function lockSystems({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "AiSystem" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}
