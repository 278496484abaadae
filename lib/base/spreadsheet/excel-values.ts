const DAY_SECONDS = 86_400

/** A number in plain digits, without exponent and with the 15 digits that Excel keeps. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  if (exponent === undefined) return text
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : sign + digits.padEnd(point, '0')
}

/** Excel's day number of a day like 2026-11-22; null before March 1900, where Excel's own count is wrong. */
export function dayToSerial(day: string): number | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const serial = Date.UTC(year, month - 1, date) / (DAY_SECONDS * 1000) + 25_569
  return day.length === 10 && serial >= 61 ? serial : null
}

/** Excel's day number as 2026-11-22 or 2026-11-22T14:30:00; null when it is no day of the years 1900 to 9999. */
export function serialToIso(serial: number, since1904: boolean): string | null {
  const seconds = Math.round((serial + (since1904 ? 1462 : 0)) * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  // Excel counts a 29 February 1900, which was none: day 60.
  if (days < 1 || days === 60 || days > 2_958_465) return null
  const time = seconds % DAY_SECONDS
  return isoDay(days < 60 ? days + 1 : days) + (time === 0 ? '' : `T${clock(time)}`)
}

/** A time of day or a length of time, like 14:30:00. */
export const serialToTime = (serial: number) => clock(Math.round(serial * DAY_SECONDS))

const clock = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')

const isoDay = (days: number) => new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)

export type FormatKind = 'number' | 'day' | 'time'

/** Whether a number format shows days or times. `code` is the custom format, if there is one. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) {
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'number'
  }
  const [first = ''] = code.split(';')
  const tokens = first.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  if (/[yd]/i.test(tokens) || (/m/i.test(tokens) && !/[hs]/i.test(tokens))) return 'day'
  return /[hs]/i.test(tokens) ? 'time' : 'number'
}

// Characters that XML cannot carry, and text that looks like their escape, are written as _xHHHH_.
const UNSAFE = /_(?=x[\dA-Fa-f]{4}_)|[\x01-\x08\x0b-\x1f\ufffe\uffff]/g

/** Text as a workbook's XML may hold it, before the escaping of markup. */
export const escapeCellText = (text: string) =>
  text.replace(UNSAFE, (found) => `_x${found.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)

export const unescapeCellText = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
        hex === '0000' ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
