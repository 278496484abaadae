import { dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { acceptanceOn } from './acceptance.ts'
import { type Concerns, concernsOf } from './concerns.ts'
import { byWords, pageByWords } from './found-by-words.ts'
import { type Parts, partsOf } from './parts.ts'
import { knowsSystems, visible } from './policy.ts'
import type { RiskRow } from './row.ts'
import { riskTable } from './table.ts'

const person = { select: { name: true } } as const

const rowSelect = {
  id: true,
  ref: true,
  title: true,
  category: true,
  cause: true,
  event: true,
  consequence: true,
  threat: true,
  vulnerability: true,
  inherentLikelihood: true,
  inherentImpact: true,
  currentLikelihood: true,
  currentImpact: true,
  targetLikelihood: true,
  targetImpact: true,
  currentScore: true,
  scoredOn: true,
  beyondAppetite: true,
  treatment: true,
  treatmentNote: true,
  acceptedOn: true,
  acceptedUntil: true,
  acceptedScore: true,
  acceptanceReason: true,
  identifiedOn: true,
  reviewEveryMonths: true,
  reviewedOn: true,
  closedOn: true,
  closeReason: true,
  starterKey: true,
  generativeRisk: true,
  nextDueOn: true,
  ownerId: true,
  backupId: true,
  notes: true,
  archivedAt: true,
  version: true,
} as const satisfies Prisma.RiskSelect

/** In files the names come with the parts. */
const listSelect = { ...rowSelect, owner: person, backup: person } as const satisfies Prisma.RiskSelect

type Found = Prisma.RiskGetPayload<{ select: typeof rowSelect }>

/** Lists do not read what only a file or a page shows. */
const noParts: Parts = {
  ...{ ownerName: null, backupName: null, acceptedByName: null },
  ...{ controls: [], requirements: [], requirementWords: [], actions: [] },
}

/** Turns database rows into what lists and files see. */
function rowsFor(actor: Actor): (found: Found, concerns: Concerns, parts?: Partial<Parts>) => RiskRow {
  const isKnown = knowsSystems(actor)
  const today = todayFor(actor)
  return ({ archivedAt, ...plain }, { systems, vendors, sites }, parts = {}) => {
    const acceptedUntil = dayOrNull(plain.acceptedUntil)
    return {
      ...plain,
      siteIds: [
        ...new Set([...sites.map(({ id }) => id), ...systems.flatMap(({ siteIds }) => siteIds)]),
      ].sort(),
      systems: systems.flatMap(({ siteIds, ...named }) => (isKnown(siteIds) ? [named] : [])),
      vendors,
      sites,
      ...noParts,
      ...parts,
      scoredOn: dayOrNull(plain.scoredOn),
      acceptedOn: dayOrNull(plain.acceptedOn),
      acceptedUntil,
      acceptance: acceptanceOn(acceptedUntil, today),
      identifiedOn: dayOrNull(plain.identifiedOn),
      reviewedOn: dayOrNull(plain.reviewedOn),
      closedOn: dayOrNull(plain.closedOn),
      nextDueOn: dayOrNull(plain.nextDueOn),
      archived: archivedAt !== null,
    }
  }
}

/** The same rows with all their parts. Three statements. */
async function withParts(tx: Tx, actor: Actor, found: readonly Found[]): Promise<RiskRow[]> {
  const ids = found.map(({ id }) => id)
  const concerns = await concernsOf(tx, ids)
  const parts = await partsOf(tx, ids)
  const toRow = rowsFor(actor)
  return found.map((row) => toRow(row, concerns(row.id), parts.get(row.id)))
}

/** The conditions of a list's state, within what the actor may read. */
function whereOf(actor: Actor, state: ListState): Prisma.RiskWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(riskTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many risks match. */
export function listRisks(actor: Actor, state: ListState): Promise<{ rows: RiskRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await riskRowsOfPage(tx, actor, state),
    total: await countRisks(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function riskRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<RiskRow[]> {
  const found = await tx.risk.findMany({
    where: (await pageByWords(tx, whereOf(actor, { ...state, search: '' }), state)) ?? whereOf(actor, state),
    select: listSelect,
    orderBy: listOrder(riskTable, state),
    ...listPage(state),
  })
  const concerns = await concernsOf(
    tx,
    found.map(({ id }) => id),
  )
  const toRow = rowsFor(actor)
  return found.map(({ owner, backup, ...row }) =>
    toRow(row, concerns(row.id), { ownerName: owner?.name ?? null, backupName: backup?.name ?? null }),
  )
}

/** How many risks match. */
export async function countRisks(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  if (state.search === '') return tx.risk.count({ where: whereOf(actor, state) })
  const { brief, long } = byWords(whereOf(actor, { ...state, search: '' }), state)
  return (await tx.risk.count({ where: brief })) + (await tx.risk.count({ where: long }))
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function risksForFile(actor: Actor, state: ListState, skip: number, take: number): Promise<RiskRow[]> {
  const order = { orderBy: listOrder(riskTable, state), skip, take }
  return read(actor, async (tx) =>
    withParts(
      tx,
      actor,
      await tx.risk.findMany({ where: whereOf(actor, state), select: rowSelect, ...order }),
    ),
  )
}

/** What an import matches rows against. */
export async function riskKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  const found = await tx.risk.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, title: true, version: true },
    orderBy: { ref: 'asc' },
  })
  return found.map(({ title, ...key }) => ({ ...key, name: title }))
}

/** The rows of these ids, as files see them. */
export async function riskRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RiskRow[]> {
  const where = { AND: [{ id: { in: [...ids] } }, visible(actor)] }
  return withParts(tx, actor, await tx.risk.findMany({ where, select: rowSelect }))
}
