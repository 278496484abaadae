import { addDays, dayIn } from '#lib/base/days'
import { now } from '#lib/platform/clock'
import { unknownToken } from '../support/practice.ts'
import type { Row } from './row.ts'

/** The months ahead in which the first practice has something due. */
const months = () =>
  [0, 30, 90, 365].map((ahead) => addDays(dayIn('America/Chicago', now()), ahead).slice(0, 7))

/** The rows of the matrix for the calendar: everybody has one, with what they may see in it. */
export const calendarRows: Readonly<Record<string, Row>> = {
  '/calendar': {
    at: () => ['/calendar?view=agenda', ...months().map((month) => `/calendar?month=${month}`)],
    answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/calendar/week': {
    at: () => ['/calendar/week?week=2199-01-01'],
    answers: ['in', 'ok', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  // A session opens nobody's calendar, and a link that works is asked for in the journey.
  '/api/calendar/[token]': {
    at: () => [`/api/calendar/${unknownToken()}.ics`, '/api/calendar/x'],
    answers: ['none', 'none', 'none', 'none', 'none', 'none'],
  },
}
