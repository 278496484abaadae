import { randomBytes } from 'node:crypto'

let last = 0
let sequence = 0

/**
 * A UUID version 7 for an instant in milliseconds since 1970. Sorts by that instant, and within it by the order in which
 * this process made them (the first 67 million of a millisecond).
 */
export function newId(at: number): string {
  sequence = at === last ? (sequence + 1) % 0x4000000 : 0
  last = at
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (sequence >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (sequence & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** True for text in the form of an id: anything else in an address belongs to no record. */
export function isId(text: string): boolean {
  return idPattern.test(text)
}
