/** A business date 'YYYY-MM-DD', a day in the practice's time zone; never an instant. */
export type Day = string & { readonly __day: true }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a real calendar day between 1900 and 2199 written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const match = dayPattern.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  // Date.UTC rolls over what does not exist: 30 February becomes 1 or 2 March.
  const real = new Date(Date.UTC(year, month - 1, date))
  return year >= 1900 && year <= 2199 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date
}

/** The text as a Day. Throws RangeError when it is not one. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Midnight UTC of the day: the form in which the database driver takes and gives DATE columns. */
export function dateOf(text: string): Date {
  return new Date(`${text}T00:00:00.000Z`)
}

/** The day of a DATE column's value (midnight UTC). */
export function dayOf(date: Date): Day {
  return day(date.toISOString().slice(0, 10))
}

/** As `dayOf`, passing null through. */
export function dayOrNull(date: Date | null): Day | null {
  return date ? dayOf(date) : null
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): Day {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return day(formatter.format(instant))
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  const date = dateOf(from)
  date.setUTCDate(date.getUTCDate() + count)
  return dayOf(date)
}

/** The same day `count` months later; the last day of the month where that day does not exist (31 Jan + 1 = 28 Feb). */
export function addMonths(from: Day, count: number): Day {
  const date = dateOf(from)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return dayOf(date)
}

/** The last day of the calendar quarter before the one that a day lies in. */
export function lastQuarterEnd(of: Day): Day {
  const month = Number(of.slice(5, 7))
  const first = String(month - ((month - 1) % 3)).padStart(2, '0')
  return addDays(day(`${of.slice(0, 4)}-${first}-01`), -1)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)
}

const longDay = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
})

/** 'Nov 22, 2026'. */
export function formatDay(value: Day): string {
  return longDay.format(dateOf(value))
}

/** 'Nov 22, 2026, 2:05 PM' in the given time zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    instant,
  )
}
