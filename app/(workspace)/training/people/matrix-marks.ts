import { formatDay } from '#lib/base/days'
import type { MatrixCell, MatrixPage } from '#lib/training/matrix-queries'
import type { AssignmentState } from '#lib/training/options'
import { type Quarter, quarterName } from '#lib/training/quarter'
import { stateWord } from './state-mark.tsx'

/** What a quarter of somebody shows: the state to look at first, how many trainings it is of, and all of them in words. */
export interface Mark {
  state: AssignmentState
  many: number
  says: string
}

export interface Marks {
  quarters: { quarter: Quarter; name: string }[]
  rows: {
    personId: string
    name: string
    /** The job title, or that somebody has left. */
    does: string
    /** One for each quarter; null where nothing was assigned. */
    marks: (Mark | null)[]
    late: number
    of: number
  }[]
}

function markOf({ worst, parts }: MatrixCell): Mark | null {
  if (worst === null) return null
  const says = parts.map(({ campaign, state, dueOn, signedOn }) => {
    const when = signedOn ? `signed ${formatDay(signedOn)}` : `due ${formatDay(dueOn)}`
    return `${campaign}: ${stateWord(state).toLowerCase()}, ${when}`
  })
  return { state: worst, many: parts.length, says: says.join('; ') }
}

/** A page of the matrix as few words as it can be drawn from. */
export function marksOf({ quarters, rows }: MatrixPage): Marks {
  return {
    quarters: quarters.map((quarter) => ({ quarter, name: quarterName(quarter) })),
    rows: rows.map(({ personId, name, jobTitle, active, cells, late, of }) => ({
      ...{ personId, name, late, of },
      does: active ? jobTitle : 'Has left',
      marks: cells.map(markOf),
    })),
  }
}
