import { invalid, type Refusal } from '#lib/kernel/errors'

/** Bytes that can be looked at anywhere without being held in memory. */
export interface Source {
  readonly size: number
  read: (offset: number, length: number) => Promise<Buffer>
  pieces: (bytes: number) => AsyncIterable<Buffer>
}

/** Why a file is not taken, for the person who chose it. */
export function refuse(message: string): Refusal {
  return invalid(message, { file: message })
}

const PIECE = 1024 * 1024

/** Whether a pattern is found anywhere; `longest` is the most bytes that a match can have. */
export async function finds(source: Source, pattern: RegExp, longest: number): Promise<boolean> {
  let before = ''
  for await (const piece of source.pieces(PIECE)) {
    const text = before + piece.toString('latin1')
    if (pattern.test(text)) return true
    before = text.slice(-longest)
  }
  return false
}
