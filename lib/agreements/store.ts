import { dayIn, dayOrNull } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext, SyncContext } from '#lib/kernel/context'
import { earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import { missingClauses, noticeBy, termOn } from '#lib/law/agreement-terms'
import { termsOf, termsSelect } from '#lib/law/stored-terms'
import type { Prisma } from '#lib/platform/prisma/client'
import { agreementDuties, type DueFacts } from './due.ts'
import { visible } from './policy.ts'
import { agreementKind } from './schema.ts'

interface Nameable {
  id: string
  ref: string
  title: string
  vendorName: string
}

/** An agreement in words: most are called by their kind, so the vendor tells them apart. */
export const labelOf = ({ ref, title, vendorName }: Omit<Nameable, 'id'>): string =>
  `${ref} ${title}, ${vendorName}`

/** An agreement as events and duties name it. */
export const recordOf = (agreement: Nameable): RecordRef => ({
  kind: agreementKind,
  id: agreement.id,
  label: labelOf(agreement),
})

const vendorName = ({ vendor }: { vendor: { name: string } }) => vendor.name

const storedSelect = {
  ...termsSelect,
  id: true,
  ref: true,
  title: true,
  kind: true,
  upstreamId: true,
  ownerId: true,
  backupId: true,
  complete: true,
  termEndsOn: true,
  noticeByOn: true,
  nextDueOn: true,
  clausesOn: true,
  confirmedOn: true,
  renewalDecidedOn: true,
  renewalDecidedFor: true,
  dataReturnedOn: true,
  createdAt: true,
  archivedAt: true,
  clauses: { select: { key: true, state: true } },
  vendor: { select: { name: true } },
} as const satisfies Prisma.AgreementSelect

type Stored = Prisma.AgreementGetPayload<{ select: typeof storedSelect }>

/**
 * Whether it says all that the law asks of its kind. Between a vendor and its subcontractor the vendor's written word stands
 * for the clauses, because the practice is no party to it.
 */
function isComplete({ kind, upstreamId, confirmedOn, clauses }: Stored): boolean {
  if (kind !== 'baa') return true
  return (upstreamId !== null && confirmedOn !== null) || missingClauses(clauses).length === 0
}

const dayText = (day: string | null) => day

/**
 * Recomputes what follows from these agreements and the day, and stores what changed. Returns their duties for the runner.
 * A constant number of statements, however many agreements.
 */
export async function settle(
  { tx, actor, today }: SyncContext,
  where: Prisma.AgreementWhereInput,
): Promise<DueSync[]> {
  const agreements = await tx.agreement.findMany({
    where,
    select: storedSelect,
    relationLoadStrategy: 'query',
  })
  const changed: {
    id: string
    complete: boolean
    termEndsOn: string | null
    noticeByOn: string | null
    nextDueOn: string | null
  }[] = []
  const syncs = agreements.map((found): DueSync => {
    const terms = termsOf(found)
    const complete = isComplete(found)
    const facts: DueFacts = {
      ...terms,
      kind: found.kind,
      upstreamId: found.upstreamId,
      archived: found.archivedAt !== null,
      registeredOn: dayIn(actor.timeZone, found.createdAt),
      complete,
      clausesOn: dayOrNull(found.clausesOn),
      confirmedOn: dayOrNull(found.confirmedOn),
      renewalDecidedOn: dayOrNull(found.renewalDecidedOn),
      renewalDecidedFor: dayOrNull(found.renewalDecidedFor),
      dataReturnedOn: dayOrNull(found.dataReturnedOn),
    }
    const duties = agreementDuties(facts, today, actor.cadences)
    const now = {
      complete,
      termEndsOn: dayText(termOn(terms, today)?.to ?? null),
      noticeByOn: dayText(noticeBy(terms, today)),
      nextDueOn: dayText(earliestDue(duties)),
    }
    if (
      now.complete !== found.complete ||
      now.termEndsOn !== dayOrNull(found.termEndsOn) ||
      now.noticeByOn !== dayOrNull(found.noticeByOn) ||
      now.nextDueOn !== dayOrNull(found.nextDueOn)
    )
      changed.push({ id: found.id, ...now })
    const { id: recordId, label: recordLabel, kind } = recordOf({ ...found, vendorName: vendorName(found) })
    const { ownerId, backupId } = found
    const isOver = facts.archived || terms.terminatedOn !== null
    return { kind, recordId, recordLabel, siteIds: [], ownerId, backupId, duties, isOver }
  })
  await updateRows(tx, 'Agreement', changed)
  return syncs
}

const lockedSelect = {
  ...storedSelect,
  vendorId: true,
  predecessorId: true,
  version: true,
} as const satisfies Prisma.AgreementSelect

export type LockedAgreement = Prisma.AgreementGetPayload<{ select: typeof lockedSelect }> & {
  vendorName: string
}

/** The agreement, locked until the transaction ends, when the actor may see it; else not found. */
export async function lockAgreement({ tx, actor }: CommandContext, id: string): Promise<LockedAgreement> {
  await tx.$executeRaw`SELECT 1 FROM "Agreement" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.agreement.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: lockedSelect,
  })
  if (!found) throw notFound()
  return { ...found, vendorName: vendorName(found) }
}

/** As `lockAgreement`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
): Promise<LockedAgreement> {
  const found = await lockAgreement(context, id)
  if (found.version !== version) throw await staleVersion(context.tx, agreementKind, id)
  if (found.archivedAt) throw conflict('This agreement is archived. Restore it first.')
  return found
}

/** Locks agreements until the transaction ends, always in the same order. */
export async function lockAgreements({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Agreement" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** What agreements name, by agreement. */
export interface NamedBy {
  agreementId: string
  systemIds?: readonly string[] | undefined
  flowIds?: readonly string[] | undefined
}

/** Sets what these agreements name to exactly this; a list that is absent stays. A constant number of statements. */
export async function replaceNamed(
  { tx, actor }: { tx: CommandContext['tx']; actor: Actor },
  named: readonly NamedBy[],
): Promise<void> {
  const { practiceId } = actor
  const withSystems = named.filter(({ systemIds }) => systemIds !== undefined)
  const withFlows = named.filter(({ flowIds }) => flowIds !== undefined)
  await tx.agreementSystem.deleteMany({
    where: { agreementId: { in: withSystems.map(({ agreementId }) => agreementId) } },
  })
  await tx.agreementFlow.deleteMany({
    where: { agreementId: { in: withFlows.map(({ agreementId }) => agreementId) } },
  })
  await tx.agreementSystem.createMany({
    data: withSystems.flatMap(({ agreementId, systemIds = [] }) =>
      [...new Set(systemIds)].map((systemId) => ({ practiceId, agreementId, systemId })),
    ),
  })
  await tx.agreementFlow.createMany({
    data: withFlows.flatMap(({ agreementId, flowIds = [] }) =>
      [...new Set(flowIds)].map((flowId) => ({ practiceId, agreementId, flowId })),
    ),
  })
}

/** What was found of clauses; 'unknown' means that nobody has looked. */
export interface FoundClause {
  agreementId: string
  key: string
  state: string
  words?: string | undefined
  page?: string | undefined
}

/** Writes what was found of clauses, leaving others as they are. Words and pages that are absent stay. */
export async function putClauses(
  { tx, actor, now }: Pick<CommandContext, 'tx' | 'actor' | 'now'>,
  found: readonly FoundClause[],
): Promise<void> {
  const existing = await tx.agreementClause.findMany({
    where: { agreementId: { in: [...new Set(found.map(({ agreementId }) => agreementId))] } },
  })
  const stored = new Map(existing.map((row) => [`${row.agreementId} ${row.key}`, row]))
  const of = ({ agreementId, key }: FoundClause) => stored.get(`${agreementId} ${key}`)
  await updateRows(
    tx,
    'AgreementClause',
    found.flatMap((clause) => {
      const row = of(clause)
      if (!row) return []
      const { state, words = row.words, page = row.page } = clause
      return row.state === state && row.words === words && row.page === page
        ? []
        : [{ id: row.id, state, words, page }]
    }),
  )
  await insertRows(
    tx,
    'AgreementClause',
    found
      .filter((clause) => !of(clause) && (clause.state !== 'unknown' || clause.words || clause.page))
      .map(({ agreementId, key, state, words = '', page = '' }) => ({
        id: newId(now.getTime()),
        practiceId: actor.practiceId,
        ...{ agreementId, key, state, words, page },
      })),
  )
}
