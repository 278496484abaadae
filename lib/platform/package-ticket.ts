import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from './env.ts'

/** A working day at the longest: whoever leaves in between keeps files of a course, and nothing else. */
const HOURS = 12
const LONGEST = 1_000

const ticket = z.object({
  practice: z.uuid(),
  content: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The person it was made for, or 'preview'. */
  who: z.union([z.uuid(), z.literal('preview')]),
  /** Of the application's page, which alone may frame what it opens. */
  app: z.url(),
  /** Milliseconds since 1970. */
  until: z.int(),
})

/** What opens the files of one package, and nothing else. */
export type PackageTicket = z.output<typeof ticket>

const key = () => Buffer.from(hkdfSync('sha256', env().encryptionKey, '', 'plumbline package tickets', 32))
const sign = (text: string) => createHmac('sha256', key()).update(text).digest('base64url')

/** A ticket as a part of an address. */
export function makeTicket(facts: Omit<PackageTicket, 'until'>, at: Date): string {
  const until = at.getTime() + HOURS * 3_600_000
  const text = Buffer.from(JSON.stringify(ticket.parse({ ...facts, until }))).toString('base64url')
  return `${text}.${sign(text)}`
}

/** What a ticket opens; null when it is none of ours, was changed, or is over. */
export function readTicket(given: string, at: Date): PackageTicket | null {
  if (given.length > LONGEST) return null
  const [text = '', signature = ''] = given.split('.')
  const [wanted, got] = [Buffer.from(sign(text)), Buffer.from(signature)]
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) return null
  const found = ticket.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return found.success && found.data.until > at.getTime() ? found.data : null
}
