import { dayOf, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, requirementWords } from '#lib/law/frameworks/requirement-words'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { acceptanceOn } from './acceptance.ts'
import { type Concerns, concernsOf } from './concerns.ts'
import { byWords, pageByWords } from './found-by-words.ts'
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
  owner: person,
  backup: person,
} as const satisfies Prisma.RiskSelect

/** What only a file or a page shows. */
const partSelect = {
  acceptedBy: person,
  controls: {
    select: { control: { select: { id: true, ref: true, title: true, state: true } } },
    orderBy: { control: { ref: 'asc' } },
  },
  requirements: {
    select: { framework: true, requirement: true },
    orderBy: [{ framework: 'asc' }, { requirement: 'asc' }],
  },
  actions: {
    select: {
      ...{
        title: true,
        ownerId: true,
        owner: person,
        dueOn: true,
        doneOn: true,
        dropped: true,
        outcome: true,
      },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.RiskSelect

const fullSelect = { ...rowSelect, ...partSelect } as const satisfies Prisma.RiskSelect

type Found = Prisma.RiskGetPayload<{ select: typeof rowSelect }>
type Parts = Pick<
  Prisma.RiskGetPayload<{ select: typeof partSelect }>,
  'acceptedBy' | 'controls' | 'requirements' | 'actions'
>

const noParts: Parts = { acceptedBy: null, controls: [], requirements: [], actions: [] }

type Names = ReadonlyMap<string, string>

/** What frameworks are called where requirements are named. One statement. */
async function namesOf(tx: Tx): Promise<Names> {
  return frameworkNames(await tx.ownFramework.findMany({ select: { id: true, ref: true, name: true } }))
}

const noNames: Names = new Map()

/** A database row as lists and files see it. Lists do not read what only a file or a page shows. */
function toRow(
  found: Found,
  actor: Actor,
  concerns: Concerns,
  parts: Parts = noParts,
  names: Names = noNames,
): RiskRow {
  const { owner, backup, archivedAt, ...plain } = found
  const { systems, vendors, sites } = concerns
  const isKnown = knowsSystems(actor)
  return {
    ...plain,
    siteIds: [
      ...new Set([...sites.map(({ id }) => id), ...systems.flatMap(({ siteIds }) => siteIds)]),
    ].sort(),
    systems: systems.flatMap(({ siteIds, ...named }) => (isKnown(siteIds) ? [named] : [])),
    vendors,
    sites,
    controls: parts.controls.map(({ control: { id, ref, title } }) => ({ id, ref, name: title })),
    requirements: parts.requirements.map(requirementKey),
    requirementWords: parts.requirements.map((ref) => requirementWords(ref, names)),
    actions: parts.actions.map(({ owner, dueOn, doneOn, ...action }) => ({
      ...action,
      ownerName: owner?.name ?? null,
      dueOn: dayOf(dueOn),
      doneOn: dayOrNull(doneOn),
    })),
    scoredOn: dayOrNull(found.scoredOn),
    acceptedByName: parts.acceptedBy?.name ?? null,
    acceptedOn: dayOrNull(found.acceptedOn),
    acceptedUntil: dayOrNull(found.acceptedUntil),
    acceptance: acceptanceOn(dayOrNull(found.acceptedUntil), todayFor(actor)),
    identifiedOn: dayOrNull(found.identifiedOn),
    reviewedOn: dayOrNull(found.reviewedOn),
    closedOn: dayOrNull(found.closedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    archived: archivedAt !== null,
  }
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
    select: rowSelect,
    orderBy: listOrder(riskTable, state),
    ...listPage(state),
  })
  const concerns = await concernsOf(
    tx,
    found.map(({ id }) => id),
  )
  return found.map((row) => toRow(row, actor, concerns(row.id)))
}

/** How many risks match. */
export async function countRisks(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  if (state.search === '') return tx.risk.count({ where: whereOf(actor, state) })
  const { brief, long } = byWords(whereOf(actor, { ...state, search: '' }), state)
  return (await tx.risk.count({ where: brief })) + (await tx.risk.count({ where: long }))
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function risksForFile(actor: Actor, state: ListState, skip: number, take: number): Promise<RiskRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.risk.findMany({
      where: whereOf(actor, state),
      select: fullSelect,
      orderBy: listOrder(riskTable, state),
      skip,
      take,
      relationLoadStrategy: 'query',
    })
    const concerns = await concernsOf(
      tx,
      found.map(({ id }) => id),
    )
    const names = await namesOf(tx)
    return found.map((row) => toRow(row, actor, concerns(row.id), row, names))
  })
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
  const found = await tx.risk.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: fullSelect,
    relationLoadStrategy: 'query',
  })
  const concerns = await concernsOf(tx, ids)
  const names = await namesOf(tx)
  return found.map((row) => toRow(row, actor, concerns(row.id), row, names))
}
