import { addMonths, type Day, isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Option, SearchParams } from '#lib/kernel/table'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import type { JobGroup } from '#lib/law/lessons/lesson'
import { type Quarter, quarterOf } from './quarter.ts'

export const matrixPath = '/training/people'

/** Whom the matrix shows. */
export const matrixStates = [
  { value: 'late', label: 'Late now' },
  { value: 'late-long', label: 'Late beyond the days allowed' },
  { value: 'open', label: 'Something to sign' },
  { value: 'done', label: 'Signed all that is open' },
  { value: 'ever-late', label: 'Late at least once' },
  { value: 'left', label: 'Have left' },
] as const satisfies readonly Option[]
export type MatrixState = (typeof matrixStates)[number]['value']

export const matrixSorts = [
  { value: 'name', label: 'By name' },
  { value: 'late', label: 'Most often late first' },
] as const satisfies readonly Option[]
type MatrixSort = (typeof matrixSorts)[number]['value']

/** How an assignment of one quarter came out. */
export const outcomes = [
  { value: 'in-time', label: 'signed in time' },
  { value: 'late', label: 'signed late' },
  { value: 'missed', label: 'not signed in time' },
  { value: 'open', label: 'not signed yet' },
] as const satisfies readonly Option[]
export type Outcome = (typeof outcomes)[number]['value']

/** What the address of the matrix says. */
export interface MatrixQuery {
  search: string
  site: string
  group: JobGroup | ''
  state: MatrixState | ''
  /** Only those who had something to sign in this quarter, and how that came out. */
  quarter: Quarter | ''
  outcome: Outcome | ''
  sort: MatrixSort
  page: number
  /** The newest quarter shown. */
  until: Quarter
}

export const pageSize = 50
/** Quarters side by side on a laptop. */
export const columnsShown = 8
/** Quarters that a turn of the page moves: as many as a phone shows, so that none is passed over there. */
const columnsTurned = 4

const one = (params: SearchParams, key: string): string => {
  const value = params[key]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

const known = <T extends string>(options: readonly { value: T }[], value: string): T | '' =>
  options.find((option) => option.value === value)?.value ?? ''

/** What an address asks for; what it does not know counts for nothing. */
export function parseMatrixQuery(params: SearchParams, today: Day): MatrixQuery {
  const page = Number(one(params, 'page'))
  const until = one(params, 'until')
  const now = quarterOf(today)
  const asked = isDay(until) ? quarterOf(until) : now
  const quarter = one(params, 'quarter')
  return {
    search: one(params, 'q').slice(0, 200),
    site: isId(one(params, 'site')) ? one(params, 'site') : '',
    group: known(jobGroupOptions, one(params, 'group')),
    state: known(matrixStates, one(params, 'state')),
    quarter: isDay(quarter) ? quarterOf(quarter) : '',
    outcome: isDay(quarter) ? known(outcomes, one(params, 'outcome')) : '',
    sort: known(matrixSorts, one(params, 'sort')) || 'name',
    page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
    until: asked > now ? now : asked,
  }
}

/** The address of the matrix for a query; what goes without saying is left out. */
export function matrixHref(query: Partial<MatrixQuery>, today: Day): string {
  const { search = '', site = '', group = '', state = '', sort = 'name', page = 1, until } = query
  const { quarter = '', outcome = '' } = query
  const said = {
    ...{ q: search, site, group, state, quarter, outcome },
    sort: sort === 'name' ? '' : sort,
    until: until && until !== quarterOf(today) ? until : '',
    page: page === 1 ? '' : String(page),
  }
  const words = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString()
  return words ? `${matrixPath}?${words}` : matrixPath
}

/** The newest quarter of the columns after and before these; null where there are none. */
export function neighbours(
  { until }: MatrixQuery,
  today: Day,
  oldest: Quarter | null,
): { newer: Quarter | null; older: Quarter | null } {
  const now = quarterOf(today)
  const forward = addMonths(until, 3 * columnsTurned)
  const back = addMonths(until, -3 * columnsTurned)
  return {
    newer: until < now ? (forward > now ? now : forward) : null,
    older: oldest !== null && back >= oldest ? back : null,
  }
}
