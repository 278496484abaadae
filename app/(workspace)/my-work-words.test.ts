import { expect, test } from 'vitest'
import { day } from '#lib/base/days'
import { overdueElsewhere, partInWords, restLinks, workHeadline, workParts } from './my-work-words.ts'

const work = (overdue: number, soon: number, later: number, parts = { own: 0, backup: 0, unowned: 0 }) => ({
  today: day('2026-11-22'),
  groups: {
    overdue: { rows: [], total: overdue },
    'due-soon': { rows: [], total: soon },
    'on-track': { rows: [], total: later },
  },
  parts,
})

test.each([
  [work(0, 1, 0), 'You have 1 thing to do'],
  [work(4, 8, 9), 'You have 12 things to do, 4 overdue'],
  [work(1, 0, 0), 'You have 1 thing to do, and it is overdue'],
  [work(3, 0, 0), 'You have 3 things to do, all overdue'],
  [work(0, 0, 3), 'Nothing to do now'],
  [work(0, 0, 0), 'Nothing is due from you'],
])('the headline of my work', (given, expected) => {
  expect(workHeadline(given)).toBe(expected)
})

test.each([
  [work(0, 1, 0), 4, 'You have 1 thing to do, it takes 4 minutes'],
  [work(0, 2, 0), 9, 'You have 2 things to do, they take 9 minutes'],
  [work(1, 0, 0), 1, 'You have 1 thing to do, and it is overdue; it takes 1 minute'],
])('the headline of my work says how long it takes where that is known', (given, minutes, expected) => {
  expect(workHeadline(given, minutes)).toBe(expected)
})

test('whose the things are is said when they are not all one’s own', () => {
  expect(workParts(work(1, 1, 0, { own: 2, backup: 0, unowned: 0 }))).toBe('')
  expect(workParts(work(9, 3, 0, { own: 1, backup: 1, unowned: 10 }))).toBe(
    '1 is yours, 1 you back up, 10 have no owner.',
  )
  expect(workParts(work(1, 0, 0, { own: 0, backup: 1, unowned: 0 }))).toBe('1 you back up.')
  expect(workParts(work(1, 0, 0, { own: 0, backup: 0, unowned: 1 }))).toBe('1 has no owner.')
})

test('each says why it is here', () => {
  expect(partInWords({ part: 'own', ownerName: 'Dana' })).toBe('Yours')
  expect(partInWords({ part: 'backup', ownerName: 'Dana' })).toBe('You back up Dana')
  expect(partInWords({ part: 'backup', ownerName: null })).toBe('You are the backup, nobody owns this')
  expect(partInWords({ part: 'unowned', ownerName: null })).toBe('Nobody owns this')
})

test('what is overdue beyond one’s own work is one line, and none when it is the same', () => {
  expect(overdueElsewhere(9, work(0, 0, 0), true)).toBe('9 are overdue in the practice')
  expect(overdueElsewhere(1, work(0, 2, 0), false)).toBe('1 is overdue at your sites')
  expect(overdueElsewhere(3, work(3, 0, 0), true)).toBeNull()
})

test('the way to the rest names a number only where the list shows that many', () => {
  const links = (parts: Parameters<typeof work>[3], seesOthers = true) =>
    restLinks(work(40, 0, 30, parts), 'overdue', 'me', seesOthers)
  const owned = '/due?due=overdue&owner=me'
  expect(links({ own: 40, backup: 0, unowned: 0 })).toEqual([{ href: owned, label: 'Show all 40' }])
  expect(links({ own: 9, backup: 0, unowned: 31 })).toEqual([{ href: `${owned},none`, label: 'Show all 40' }])
  expect(links({ own: 0, backup: 40, unowned: 0 })).toEqual([
    { href: '/due?due=overdue&backup=me', label: 'Show all 40' },
  ])
  expect(links({ own: 9, backup: 1, unowned: 30 })).toEqual([
    { href: `${owned},none`, label: 'All of yours and without an owner' },
    { href: '/due?due=overdue&backup=me', label: 'All you back up' },
  ])
  // Who oversees nothing is shown by the list exactly what is theirs.
  expect(links({ own: 9, backup: 31, unowned: 0 }, false)).toEqual([
    { href: '/due?due=overdue', label: 'Show all 40' },
  ])
  expect(restLinks(work(0, 1, 0), 'overdue', 'me', true)).toEqual([])
  for (const { label } of restLinks(work(1, 0, 30), 'on-track', 'me', true)) expect(label).not.toMatch(/\d/)
})
