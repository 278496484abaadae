/** A part of a file, both ends included. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * The one part of a file of this size that a Range header asks for. Null: the whole file, as for several parts or what is
 * no range at all; 'none': a part that the file does not have.
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'none' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'none' : { from: size - length, to: size - 1 }
  }
  const [from, to] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'none' : { from, to }
}
