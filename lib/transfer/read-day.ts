import { type Day, isDay } from '#lib/base/days'
import { squeeze } from '#lib/base/text'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as people here write it: 2024-11-22, 11/22/2024, 11/22/24, Nov 22, 2024, 22 Nov 2024; a time behind it is
 * dropped. Null when it is none of these or does not exist.
 */
export function readDay(cell: string): Day | null {
  const text = squeeze(cell).replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const [year = '', month = '', date = ''] = yearFirst(text) ?? monthFirst(text) ?? inWords(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

function yearFirst(text: string): string[] | undefined {
  return /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)?.slice(1)
}

function monthFirst(text: string): string[] | undefined {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? []
  return year === '' ? undefined : [year.length === 2 ? `20${year}` : year, month, date]
}

function inWords(text: string): string[] | undefined {
  const before = /^(?<month>[A-Za-z]{3,9})\.? (?<date>\d{1,2}),? (?<year>\d{4})$/.exec(text)
  const after = /^(?<date>\d{1,2})[ -](?<month>[A-Za-z]{3,9})\.?,?[ -](?<year>\d{4})$/.exec(text)
  const { year, month, date } = before?.groups ?? after?.groups ?? {}
  const number = months.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  return year && date && number > 0 ? [year, String(number), date] : undefined
}
