import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { noJson, read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { courseKind } from './schema.ts'
import { type CourseRow, courseTable } from './table.ts'

const named = { select: { id: true, name: true } } as const

const rowSelect = {
  id: true,
  ref: true,
  title: true,
  about: true,
  kind: true,
  starter: true,
  groups: true,
  minutes: true,
  passPercent: true,
  url: true,
  provider: true,
  number: true,
  publishedOn: true,
  reviewedOn: true,
  nextDueOn: true,
  ownerId: true,
  backupId: true,
  archivedAt: true,
  version: true,
  owner: named,
  backup: named,
} as const satisfies Prisma.CourseSelect

type Found = Prisma.CourseGetPayload<{ select: typeof rowSelect }>

function toRow(found: Found, isWritten: boolean): CourseRow {
  const { owner, backup, archivedAt, ...plain } = found
  return {
    ...plain,
    hasDraft: isWritten,
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    publishedOn: dayOrNull(found.publishedOn),
    reviewedOn: dayOrNull(found.reviewedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    archived: archivedAt !== null,
  }
}

/** Rows as lists see them. One more statement says which have something written; the text itself is not read. */
async function toRows(tx: Tx, found: readonly Found[]): Promise<CourseRow[]> {
  const written = await tx.course.findMany({
    where: { id: { in: found.map(({ id }) => id) }, draft: { not: noJson } },
    select: { id: true },
  })
  const ids = new Set(written.map(({ id }) => id))
  return found.map((row) => toRow(row, ids.has(row.id)))
}

function whereOf(actor: Actor, state: ListState): Prisma.CourseWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(courseTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many courses match. */
export function listCourses(actor: Actor, state: ListState): Promise<{ rows: CourseRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await courseRowsOfPage(tx, actor, state),
    total: await countCourses(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function courseRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<CourseRow[]> {
  const found = await tx.course.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(courseTable, state),
    ...listPage(state),
  })
  return toRows(tx, found)
}

/** How many courses match. */
export function countCourses(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.course.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function coursesForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<CourseRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.course.findMany({
      where: whereOf(actor, state),
      select: rowSelect,
      orderBy: listOrder(courseTable, state),
      skip,
      take,
    })
    return toRows(tx, found)
  })
}

/** The row of this course, as files see it; null when the actor may not read courses. */
export async function courseRow(tx: Tx, actor: Actor, id: string): Promise<CourseRow | null> {
  const found = await tx.course.findMany({
    where: { AND: [{ id }, visible(actor)] },
    select: rowSelect,
  })
  return (await toRows(tx, found))[0] ?? null
}

/** A published version without its text. */
export interface VersionFacts {
  number: number
  sha256: string
  whatChanged: string
  publishedAt: Date
  publishedByName: string
}

/** More versions than this are not listed. */
const mostVersions = 200

/** Everything the page of one course shows. */
export interface CourseDetail extends CourseRow {
  registeredOn: Day
  /** Newest first. */
  versions: VersionFacts[]
  duties: { id: string; key: string; title: string; dueOn: string; citation: string }[]
  history: HistoryEntry[]
}

/** One course in full, without its text; null when it does not exist or the actor may not read courses. */
export async function getCourse(actor: Actor, id: string): Promise<CourseDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.course.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...rowSelect,
        createdAt: true,
        versions: {
          select: { number: true, sha256: true, whatChanged: true, publishedAt: true, publishedByName: true },
          orderBy: { number: 'desc' },
          take: mostVersions,
        },
      },
    })
    if (!found) return null
    const duties = await tx.obligation.findMany({
      where: { recordKind: courseKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    const { createdAt, versions, ...plain } = found
    const [row] = await toRows(tx, [plain])
    if (!row) return null
    return {
      ...row,
      registeredOn: dayIn(actor.timeZone, createdAt),
      versions,
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, courseKind, id, 50),
    }
  })
}
