import type { Actor } from '#lib/kernel/access'
import { firstDuties } from '#lib/kernel/first-duties'
import type { ListState } from '#lib/kernel/table'
import { answeringPeople } from '#lib/people/directory'
import { read } from '#lib/platform/db'
import { visible } from './policy.ts'
import { countOf, rowsOfPage } from './queries.ts'
import { assessmentKind } from './schema.ts'
import type { AssessmentRow } from './table.ts'

/** A row of the register’s page: the record, and the duty of it that is due first. */
export interface RegisterRow extends AssessmentRow {
  nextDuty: string | null
}

export interface RegisterPage {
  rows: RegisterRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  /** Who owns or backs one up: the choices of those filters. */
  people: { value: string; label: string }[]
}

/** Everything that the register’s page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around] = await Promise.all([
    read(actor, async (tx) => {
      const found = await rowsOfPage(tx, actor, state)
      const ids = found.map(({ id }) => id)
      const first = await firstDuties(tx, assessmentKind, ids)
      return found.map((row) => ({ ...row, nextDuty: first.get(row.id)?.key ?? null }))
    }),
    read(actor, async (tx) => {
      const pairs = await tx.assessment.groupBy({ by: ['ownerId', 'backupId'], where: inRegister })
      return {
        total: await countOf(tx, actor, state),
        all: isNarrowed ? await tx.assessment.count({ where: inRegister }) : null,
        people: await answeringPeople(tx, pairs),
      }
    }),
  ])
  return { rows, ...around, all: around.all ?? around.total }
}
