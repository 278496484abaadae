import { formatDay, isDay } from '#lib/base/days'

/** A day of a content in words, and nothing for none. What is no day stands as it was written. */
export function dayInWords(day: string | null): string {
  return day && isDay(day) ? formatDay(day) : (day ?? '')
}
