import ical, { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { addDays, type Day, dateOf, day, daysBetween, formatDay } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import { type Feed, type FeedDuty, feedReach } from './feed-queries.ts'

/** Where things are: the calendar's own page, and where a duty is done. Whole addresses. */
export interface FeedPlaces {
  calendar: string
  duty: (duty: FeedDuty) => string
}

/** Whose calendar it is: part of its name, and of what tells its entries from others'. */
interface Holder {
  personId: string
  name: string
  practiceName: string
}

const REFRESH_SECONDS = 60 * 60
/** RFC 5545 asks for at least one component; without a duty this one stands in, and shows nowhere. */
const utc = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Text as RFC 5545 allows it: no control characters but line breaks, no halves of characters. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}

/** A value of the calendar itself, which the generator writes as it is given. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
}

/**
 * A calendar as RFC 5545 writes it. The same duties on the same day give the same text, so that it can be compared.
 * An entry stays itself when its duty moves: it is known by the duty's id, and counts up with each change.
 */
export function calendarText({ today, duties, isCut }: Feed, whose: Holder, places: FeedPlaces): string {
  const calendar = ical({
    name: escaped(`Due at ${whose.practiceName}`),
    description: escaped(
      `What is due from ${feedReach.back} days back to ${feedReach.ahead} days ahead, for ${whose.name}. What is done leaves.`,
    ),
    prodId: { company: 'Plumbline', product: 'Calendar', language: 'EN' },
    ttl: REFRESH_SECONDS,
  })
  const allDay = (on: Day) => ({
    start: dateOf(on),
    end: dateOf(addDays(on, 1)),
    allDay: true,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  })
  for (const duty of duties) {
    const isOverdue = dueStatus(duty.dueOn, today) === 'overdue'
    // From the day after, the words say overdue: that is a change as well.
    const turned = isOverdue ? dateOf(addDays(duty.dueOn, 1)) : duty.revisedAt
    const revisedAt = turned > duty.revisedAt ? turned : duty.revisedAt
    const url = places.duty(duty)
    calendar.createEvent({
      ...allDay(duty.dueOn),
      id: `${duty.id}@plumbline`,
      sequence: duty.revision * 2 + (isOverdue ? 1 : 0),
      stamp: revisedAt,
      lastModified: revisedAt,
      summary: clean(`${isOverdue ? 'Overdue: ' : ''}${duty.recordLabel}: ${duty.title}`),
      description: clean(inWords(duty, isOverdue, url)),
      url,
    })
  }
  const last = duties[duties.length - 1]
  if (isCut && last)
    calendar.createEvent({
      ...allDay(last.dueOn),
      id: `more-${whose.personId}@plumbline`,
      sequence: daysBetween(day('2000-01-01'), today),
      stamp: dateOf(today),
      lastModified: dateOf(today),
      summary: 'More is due from here on than this calendar holds',
      description: `It holds ${feedReach.events.toLocaleString('en-US')} entries. The rest is in Plumbline: ${places.calendar}`,
      url: places.calendar,
    })
  const text = `${calendar.toString()}\r\n`
  return duties.length > 0
    ? text
    : text.replace('END:VCALENDAR\r\n', `${utc.join('\r\n')}\r\nEND:VCALENDAR\r\n`)
}

function inWords(duty: FeedDuty, isOverdue: boolean, url: string): string {
  const { dueOn, ownerName, backupName, citation } = duty
  return [
    `${isOverdue ? 'Overdue: it was due' : 'Due'} on ${formatDay(dueOn)}.`,
    `${ownerName ? `Owner: ${ownerName}` : 'Nobody is named as owner'}${backupName ? `, backup: ${backupName}` : ''}.`,
    ...(citation ? [`Rule: ${citation}.`] : []),
    `Done in Plumbline: ${url}`,
  ].join('\n')
}
