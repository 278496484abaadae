import { type Day, isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { SearchParams } from '#lib/kernel/table'
import { type Month, monthOf, monthOrNull } from './month.ts'

export const calendarPath = '/calendar'
/** The value of the site filter that means duties of the practice as a whole. */
export const practiceWide = 'practice'
/** The values of the person filter that name nobody in particular. */
export const somebody = { me: 'me', none: 'none' } as const

/** What is shown of the duties in view: those of a person, a site, a kind of record. Empty: all of them. */
export interface CalendarFilters {
  person: string
  site: string
  kind: string
  /** Also what is done, at the day it was due. */
  done: boolean
}

/** What an address asks of the calendar. */
export interface CalendarView extends CalendarFilters {
  as: 'month' | 'agenda'
  month: Month
  /** One day of the agenda with everything on it. */
  day: Day | null
  /** Everything that is overdue from before this day. */
  before: Day | null
  page: number
}

const one = (value: SearchParams[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))

function parseFilters(params: SearchParams, kinds: readonly string[]): CalendarFilters {
  const [person, site, kind] = [one(params['person']), one(params['site']), one(params['kind'])]
  return {
    person: isId(person) || person === somebody.me || person === somebody.none ? person : '',
    site: isId(site) || site === practiceWide ? site : '',
    kind: kinds.includes(kind) ? kind : '',
    done: one(params['done']) === 'yes',
  }
}

/** A day that leaves room for arithmetic before and after it; null for anything else. */
function dayAsked(text: string): Day | null {
  return isDay(text) && monthOrNull(text.slice(0, 7)) ? text : null
}

/** Reads an address; what it does not understand it leaves out. */
export function parseCalendar(params: SearchParams, today: Day, kinds: readonly string[]): CalendarView {
  const from = dayAsked(one(params['before']))
  const before = from && from <= today ? from : null
  const on = before === null ? dayAsked(one(params['day'])) : null
  const page = Number(one(params['page']))
  return {
    as: on || before || one(params['view']) === 'agenda' ? 'agenda' : 'month',
    month: on ? monthOf(on) : (monthOrNull(one(params['month'])) ?? monthOf(today)),
    day: on,
    before,
    page: Number.isSafeInteger(page) && page > 1 && page <= 10_000 ? page : 1,
    ...parseFilters(params, kinds),
  }
}

/** What an address asks of the week sheet: the week that a day lies in, and for whom. */
export interface WeekView extends CalendarFilters {
  week: Day
}

/** Reads the address of a week sheet; what it does not understand it leaves out. */
export function parseWeek(params: SearchParams, today: Day, kinds: readonly string[]): WeekView {
  return { ...parseFilters(params, kinds), week: dayAsked(one(params['week'])) ?? today, done: false }
}

/** The filters of a view as parts of an address. */
export function filterParams({ person, site, kind, done }: CalendarFilters): Record<string, string> {
  return { person, site, kind, done: done ? 'yes' : '' }
}

/** The address of a view: this one, changed. Another day, month or filter begins at the first page. */
export function calendarHref(view: CalendarView, change: Partial<CalendarView> = {}): string {
  const next = { ...view, page: 1, ...change }
  const params = new URLSearchParams()
  const put = (name: string, value: string) => value && params.set(name, value)
  if (next.before) put('before', next.before)
  else if (next.day) put('day', next.day)
  else {
    put('view', next.as === 'agenda' ? 'agenda' : '')
    put('month', next.month)
  }
  for (const [name, value] of Object.entries(filterParams(next))) put(name, value)
  put('page', next.page > 1 ? String(next.page) : '')
  return params.size > 0 ? `${calendarPath}?${params}` : calendarPath
}

/** How many filters narrow a view. */
export function narrowedBy({ person, site, kind }: CalendarFilters): number {
  return [person, site, kind].filter(Boolean).length
}
