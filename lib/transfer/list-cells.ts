import { z } from 'zod'
import { squeeze } from '#lib/base/text'
import type { Field } from '#lib/kernel/table'

// Cells that hold several things.

/** The words of a cell of an option column. Our own labels stay whole; else commas part the items of a list as well. */
export function wordsOf<Row, Where>(field: Field<Row, Where>, cell: string): string[] {
  if (field.import?.parse !== 'options') return [squeeze(cell)]
  const names = (field.options ?? []).flatMap(({ label, aliases }) => [label, ...(aliases ?? [])])
  const [labels, rest] = cell.trim().startsWith('[') ? [[], cell] : takeOut(names, squeezeLines(cell))
  const isName = (word: string) => names.some((name) => name.toLowerCase() === word.toLowerCase())
  const words = splitList(rest).flatMap((word) =>
    word.includes(',') && !isName(word) ? word.split(',').map(squeeze).filter(Boolean) : [word],
  )
  return [...labels, ...words]
}

/** Names that hold what separates items, and what is left of the cell without them. */
function takeOut(names: readonly string[], cell: string): [found: string[], rest: string] {
  const found: string[] = []
  let rest = cell
  for (const name of names) {
    const at = /[;,]/.test(name) ? rest.toLowerCase().indexOf(name.toLowerCase()) : -1
    if (at < 0) continue
    found.push(name)
    rest = `${rest.slice(0, at)};${rest.slice(at + name.length)}`
  }
  return [found, rest]
}

function squeezeLines(cell: string): string {
  return cell
    .split(/[\n\r]/)
    .map(squeeze)
    .join(';')
}

/** The items of a list cell: separated by semicolons or line breaks, or written as a JSON list of texts. */
export function splitList(cell: string): string[] {
  const trimmed = cell.trim()
  if (trimmed.startsWith('[')) {
    const list = z.array(z.string()).safeParse(parseJson(trimmed))
    if (list.success) return list.data.map(squeeze).filter(Boolean)
  }
  return trimmed
    .split(/[;\n\r]/)
    .map(squeeze)
    .filter(Boolean)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
