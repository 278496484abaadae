/** 'a', 'a and b', 'a, b and c'. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** '1 system', '3 systems'. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
}

/** Spreadsheet text made comparable: one kind of space, trimmed. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The text cut at a word to at most `limit` characters, with an ellipsis when something was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > limit / 2 ? cut.slice(0, space) : cut}…`
}

/** Text with the wildcards of LIKE made ordinary: the driver does not do it. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** The words of a search, each to be contained in a column in lower case. */
export function searchWords(text: string): string[] {
  return literal(text.toLowerCase().replaceAll('\0', ' ')).split(/\s+/).filter(Boolean)
}
