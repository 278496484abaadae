import { expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { calendarHref, parseCalendar } from './view.ts'

const today = day('2026-11-22')
const kinds = ['ai-system', 'vendor']
const read = (address: string) =>
  parseCalendar(Object.fromEntries(new URLSearchParams(address)), today, kinds)
const id = '0198c0de-0000-7000-8000-000000000000'

it('an empty address is the month of today', () => {
  expect(read('')).toEqual({
    as: 'month',
    month: '2026-11',
    day: null,
    before: null,
    page: 1,
    person: '',
    site: '',
    kind: '',
    done: false,
  })
})

it('what an address says it says again', () => {
  for (const address of [
    '/calendar?month=2027-02',
    '/calendar?view=agenda&month=2026-11&person=me&site=practice&kind=vendor&done=yes',
    `/calendar?day=2026-11-03&person=${id}&page=3`,
    '/calendar?before=2026-11-01&person=none',
  ])
    expect(
      calendarHref(read(address.split('?')[1] ?? ''), { page: read(address.split('?')[1] ?? '').page }),
    ).toBe(address)
})

it('what it does not understand it leaves out', () => {
  const sound = read('')
  for (const nonsense of [
    'view=year',
    'month=2026-13',
    'month=1900-01',
    'day=2026-02-30',
    'day=1900-01-15',
    'before=2027-01-01',
    'before=x',
    "person=' OR 1=1",
    'site=1',
    'kind=person',
    'done=1',
    'page=-1',
    'page=0.5',
    'page=1e9',
  ])
    expect(read(nonsense), nonsense).toEqual(sound)
  expect(parseCalendar({ month: ['2027-03', '2028-01'] }, today, kinds).month).toBe('2027-03')
})

it('another day, month or filter begins at the first page', () => {
  expect(calendarHref(read('day=2026-11-03&page=3'), { day: day('2026-11-04') })).toBe(
    '/calendar?day=2026-11-04',
  )
})
