import type { Actor } from '#lib/kernel/access'
import { firstDuties } from '#lib/kernel/first-duties'
import type { ListState } from '#lib/kernel/table'
import { answeringPeople } from '#lib/people/directory'
import { read, type Tx } from '#lib/platform/db'
import { visible } from './policy.ts'
import { countCourses, courseRowsOfPage } from './queries.ts'
import { courseKind } from './schema.ts'
import type { CourseRow } from './table.ts'

/** A row of the register's page: the record, and the duty of it that is due first. */
export interface RegisterRow extends CourseRow {
  nextDuty: string | null
}

export interface RegisterPage {
  rows: RegisterRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  /** Who owns or backs a course: the choices of those filters. */
  people: { value: string; label: string }[]
}

/** Everything that the register's page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around] = await Promise.all([
    read(actor, async (tx) => {
      const found = await courseRowsOfPage(tx, actor, state)
      const first = await firstDuties(
        tx,
        courseKind,
        found.map((row) => row.id),
      )
      return found.map((row) => ({ ...row, nextDuty: first.get(row.id)?.key ?? null }))
    }),
    read(actor, async (tx) => ({
      total: await countCourses(tx, actor, state),
      all: isNarrowed ? await tx.course.count({ where: inRegister }) : null,
      people: await answerable(tx, actor),
    })),
  ])
  return { rows, ...around, all: around.all ?? around.total }
}

async function answerable(tx: Tx, actor: Actor): Promise<{ value: string; label: string }[]> {
  const pairs = await tx.course.groupBy({
    by: ['ownerId', 'backupId'],
    where: { AND: [visible(actor), { archivedAt: null }] },
  })
  return answeringPeople(tx, pairs)
}
