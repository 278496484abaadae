import { addDays, type Day, day, formatDay, isDay } from '#lib/base/days'
import { shorten, squeeze } from '#lib/base/text'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as people here write it: 2024-11-22, 11/22/2024, 11/22/24, Nov 22, 2024, 22 Nov 2024, 22-Nov-24; a time behind
 * it is dropped, and so are the weekday and the letters of an ordinal. Null when it is none of these or does not exist.
 */
export function readDay(cell: string): Day | null {
  const { year, rest } = partsOf(cell)
  const day = `${year}-${rest}`
  return isDay(day) ? day : null
}

function partsOf(cell: string): { year: string; rest: string } {
  const text = squeeze(cell).replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const [year = '', month = '', date = ''] = yearFirst(text) ?? monthFirst(text) ?? inWords(text) ?? []
  return { year, rest: `${month.padStart(2, '0')}-${date.padStart(2, '0')}` }
}

/** The day that a spreadsheet program's bare number stands for, 1990 to 2050; null for other numbers and texts. */
export function serialDay(cell: string): Day | null {
  const text = squeeze(cell)
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  // Excel counts from Dec 31, 1899 and knows a Feb 29, 1900, which there was not.
  const counted = addDays(day('1900-03-01'), Math.floor(Number(text)) - 61)
  return counted >= '1990-01-01' && counted <= '2050-12-31' ? counted : null
}

/** Why a cell is no day, in words for whoever made the spreadsheet. */
export function dayProblem(cell: string): string {
  const shown = `“${shorten(squeeze(cell), 40)}”`
  const serial = serialDay(cell)
  if (serial)
    return `${shown} looks like a spreadsheet’s number for ${formatDay(serial)}; format the column as a date.`
  const { year, rest } = partsOf(cell)
  // 2000 is a leap year: a day that exists in any year exists in it.
  if (year !== '' && isDay(`2000-${rest}`) && !isDay(`${year}-01-01`))
    return `${shown} is too far in the ${Number(year) > 2000 ? 'future' : 'past'}: a date here lies between 1900 and 2199.`
  return `${shown} is not a date such as 11/22/2026.`
}

function yearFirst(text: string): string[] | undefined {
  return /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)?.slice(1)
}

function monthFirst(text: string): string[] | undefined {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? []
  return year === '' ? undefined : [fullYear(year), month, date]
}

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /i

/** Spreadsheet programs write "4-Mar-25" and "Tuesday, March 4, 2025" of their own accord. */
function inWords(cell: string): string[] | undefined {
  const text = cell.replace(weekday, '').replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
  const before = /^(?<month>[A-Za-z]{3,9})\.? (?<date>\d{1,2}),? (?<year>\d{4})$/.exec(text)
  const after = /^(?<date>\d{1,2})[ -](?<month>[A-Za-z]{3,9})\.?,?[ -](?<year>\d{4}|\d{2})$/.exec(text)
  const { year, month, date } = before?.groups ?? after?.groups ?? {}
  const number = months.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  return year && date && number > 0 ? [fullYear(year), String(number), date] : undefined
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}
