import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import type { Feed, FeedDuty } from './feed-queries.ts'
import { calendarText } from './feed-text.ts'

const today = day('2026-11-22')
const places = {
  calendar: 'https://plumbline.example/calendar',
  duty: ({ id }: FeedDuty) => `https://plumbline.example/ai-systems/${id}/record/review`,
}
const whose = { personId: 'p1', name: 'Dana Ellis', practiceName: 'Lakeview; Family, Care \\ North' }
const duty = (change: Partial<FeedDuty> = {}): FeedDuty => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  recordKind: 'ai-system',
  recordId: '0198c0de-0000-7000-8000-000000000002',
  recordLabel: 'AI-001 Scribe',
  key: 'yearly-review',
  siteIds: [],
  title: 'Review it',
  dueOn: addDays(today, 5),
  citation: '45 CFR 164.308(a)(8)',
  ownerId: 'p1',
  ownerName: 'Dana Ellis',
  backupName: null,
  revision: 3,
  revisedAt: new Date('2026-11-01T10:20:30Z'),
  ...change,
})
const text = (duties: FeedDuty[], more: Partial<Feed> = {}) =>
  calendarText({ today, duties, isCut: false, ...more }, whose, places)
const parsed = (written: string) => ICAL.Component.fromString(written)
const events = (written: string) =>
  parsed(written)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
const only = (written: string) => {
  const [event] = events(written)
  if (!event) throw new Error('no event')
  return event
}

describe('a calendar by link', () => {
  it('is read by an independent parser: a day, its end excluded, where it is done', () => {
    const event = only(text([duty({ backupName: 'Ana Ruiz' })]))
    expect(event.summary).toBe('AI-001 Scribe: Review it')
    expect(event.uid).toBe('0198c0de-0000-7000-8000-000000000001@plumbline')
    expect(event.startDate.isDate).toBe(true)
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-11-27', '2026-11-28'])
    expect(event.component.getFirstPropertyValue('url')).toBe(places.duty(duty()))
    expect(event.description).toBe(
      `Due on Nov 27, 2026.\nOwner: Dana Ellis, backup: Ana Ruiz.\nRule: 45 CFR 164.308(a)(8).\nDone in Plumbline: ${places.duty(duty())}`,
    )
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(event.component.getAllSubcomponents('valarm')).toEqual([])
  })

  it('has a name that may hold any mark, and says how often to ask', () => {
    const calendar = parsed(text([duty()]))
    for (const name of ['name', 'x-wr-calname']) {
      const value = String(calendar.getFirstPropertyValue(name)).replaceAll(/\\([;,\\])/g, '$1')
      expect(value).toBe('Due at Lakeview; Family, Care \\ North')
    }
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT1H')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(String(calendar.getFirstPropertyValue('prodid'))).toContain('Plumbline')
    expect(calendar.getFirstPropertyValue('method')).toBeNull()
  })

  it('moves an entry instead of doubling it, and tells calendars that it is newer', () => {
    const before = only(text([duty()]))
    const after = only(
      text([duty({ dueOn: addDays(today, 40), revision: 4, revisedAt: new Date('2026-11-20T08:00:00Z') })]),
    )
    expect(after.uid).toBe(before.uid)
    expect(after.sequence).toBeGreaterThan(before.sequence)
    const modified = (event: ICAL.Event) =>
      String(event.component.getFirstPropertyValue('last-modified')?.toString())
    expect(modified(after) > modified(before)).toBe(true)
    expect(after.startDate.toString()).toBe('2027-01-01')
  })

  it('leaves what is overdue on its day and says so; that counts as a change', () => {
    const due = duty({ dueOn: today })
    const [onTheDay, dayAfter] = [only(text([due])), only(text([due], { today: addDays(today, 1) }))]
    expect([onTheDay.summary, dayAfter.summary]).toEqual([
      'AI-001 Scribe: Review it',
      'Overdue: AI-001 Scribe: Review it',
    ])
    expect(dayAfter.startDate.toString()).toBe(onTheDay.startDate.toString())
    expect(dayAfter.sequence).toBe(onTheDay.sequence + 1)
    expect(dayAfter.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-23T00:00:00Z')
  })

  it('moved back from overdue it is newer again', () => {
    const overdue = only(text([duty({ dueOn: addDays(today, -1) })]))
    const moved = only(text([duty({ dueOn: addDays(today, 9), revision: 4 })]))
    expect(moved.sequence).toBeGreaterThan(overdue.sequence)
  })

  it('is the same text for the same duties on the same day', () => {
    expect(text([duty()])).toBe(text([duty()]))
  })

  it('says when there is more than it holds', () => {
    const [, more] = events(text([duty()], { isCut: true }))
    expect(more?.summary).toBe('More is due from here on than this calendar holds')
    expect(more?.startDate.toString()).toBe('2026-11-27')
    expect(more?.component.getFirstPropertyValue('url')).toBe(places.calendar)
  })

  it('is a calendar even when nothing is due', () => {
    const calendar = parsed(text([]))
    expect(calendar.getAllSubcomponents('vevent')).toEqual([])
    expect(calendar.getAllSubcomponents()).toHaveLength(1)
  })

  it('survives any words, in lines that no program finds too long', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom(',', ';', '\\', '\n', '\r', '\r\n', '"', ':', '\\n', 'BEGIN:VEVENT', '\n ', '\t'),
        fc.constantFrom('🩺', '👩🏽‍⚕️', 'é', '漢', '\u0000', '\u007f', '\u2028', '\ud800', '\udc00'),
        fc.string(),
      ),
      maxLength: 120,
    })
    fc.assert(
      fc.property(nasty, nasty, (title, recordLabel) => {
        const written = text([duty({ title, recordLabel, ownerName: title })])
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        const found = events(written)
        expect(found).toHaveLength(1)
        expect(found[0]?.summary).toBe(kept(`${recordLabel}: ${title}`))
        expect(found[0]?.description).toContain(kept(title))
      }),
      { numRuns: 500 },
    )
  })
})

/** What of a text a calendar can carry. */
const kept = (given: string) =>
  Array.from(given.toWellFormed().replace(/\r\n?/g, '\n'))
    .filter((sign) => sign === '\n' || sign === '\t' || (sign >= ' ' && sign !== '\u007f'))
    .join('')
