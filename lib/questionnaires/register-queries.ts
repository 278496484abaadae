import type { Actor } from '#lib/kernel/access'
import type { ListState } from '#lib/kernel/table'
import { answeringPeople } from '#lib/people/directory'
import { read } from '#lib/platform/db'
import { visible } from './policy.ts'
import { countOf, rowsOfPage } from './queries.ts'
import type { QuestionnaireRow } from './table.ts'

export interface RegisterPage {
  rows: QuestionnaireRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  /** Who sent one: the choices of that filter. */
  people: { value: string; label: string }[]
}

/** Everything that the register's page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around] = await Promise.all([
    read(actor, (tx) => rowsOfPage(tx, actor, state)),
    read(actor, async (tx) => {
      const senders = await tx.questionnaire.groupBy({ by: ['senderId'], where: inRegister })
      return {
        total: await countOf(tx, actor, state),
        all: isNarrowed ? await tx.questionnaire.count({ where: inRegister }) : null,
        people: await answeringPeople(
          tx,
          senders.map(({ senderId }) => ({ ownerId: senderId, backupId: null })),
        ),
      }
    }),
  ])
  return { rows, ...around, all: around.all ?? around.total }
}
