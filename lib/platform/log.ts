import { randomBytes } from 'node:crypto'
import { now } from './clock.ts'
import { env } from './env.ts'
import { currentRequestId } from './request-context.ts'

type Level = 'debug' | 'info' | 'warn' | 'error'
const order: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 }

/** A short id that a user can read out and that finds the log line. */
export function errorId(): string {
  return randomBytes(5).toString('hex').toUpperCase()
}

// Keys whose values never enter a log, at any depth.
const secret = /password|secret|token|cookie|authorization|code$|hash$|databaseurl|email/i

function plain(value: unknown, depth = 0): unknown {
  if (value instanceof Error) {
    // Database errors quote the values of the row; the message's first line is enough to find the place.
    const message = value.message.split('\n').filter(Boolean).at(-1) ?? ''
    return {
      name: value.name,
      message: message.slice(0, 500),
      stack: value.stack
        ?.split('\n')
        .slice(1, 8)
        .map((line) => line.trim()),
    }
  }
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value
  if (depth > 3) return '…'
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => plain(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      secret.test(key) ? '[left out]' : plain(item, depth + 1),
    ]),
  )
}

/** One JSON line on standard output (standard error for errors). Secrets and e-mail addresses are left out by key. */
export function log(level: Level, message: string, details: Record<string, unknown> = {}): void {
  if (order[level] < order[env().logLevel]) return
  const requestId = currentRequestId()
  const fields = plain(details)
  const line = JSON.stringify({
    at: now().toISOString(),
    level,
    message,
    ...(requestId ? { requestId } : {}),
    ...(fields as object),
  })
  const stream = level === 'error' ? process.stderr : process.stdout
  stream.write(`${line}\n`)
}
