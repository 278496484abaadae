import { now } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import type { Actor } from './access.ts'
import { todayFor } from './today.ts'

interface Kept {
  revision: string
  at: number
  value: Promise<unknown>
}

/** Readers whose answers are kept in this process; the one asked for longest ago goes first. */
const mostKept = 300
/** Against what the revision cannot see: something written so slowly that many later writes overtook it. */
const longestKeptMs = 60_000
/** So many of the last events and row changes make a revision: a slow transaction shows among them when it ends. */
const revisionRows = 32

const kept = new Map<string, Kept>()

/**
 * What `work` found for this reader, worked out anew once something was written in the practice since: every command leaves an
 * event, every other write a row change. Also after a minute and on a new day. For what is dear to count and read often; the
 * value is shared between requests and must not be changed. Requests that come together wait for one answer.
 */
export async function keptUntilWritten<T>(actor: Actor, name: string, work: () => Promise<T>): Promise<T> {
  const revision = await revisionOf(actor)
  const at = now().getTime()
  const key = `${name} ${actor.practiceId} ${actor.personId}`
  const before = kept.get(key)
  kept.delete(key)
  if (before?.revision === revision && Math.abs(at - before.at) < longestKeptMs) {
    kept.set(key, before)
    return before.value as Promise<T>
  }
  const value = work()
  kept.set(key, { revision, at, value })
  value.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return value
}

/** Changes whenever something is written in the practice, and at its midnight. */
export async function revisionOf(actor: Pick<Actor, 'practiceId' | 'timeZone'>): Promise<string> {
  const [{ revision } = { revision: '' }] = await read(
    actor,
    (tx) => tx.$queryRaw<{ revision: string }[]>`
      SELECT md5(string_agg(id, ' ')) AS revision FROM (
        (SELECT id::text FROM "AuditEvent" ORDER BY "at" DESC, "id" DESC LIMIT ${revisionRows})
        UNION ALL
        (SELECT id::text FROM "RowChange" ORDER BY "at" DESC, "id" DESC LIMIT ${revisionRows})
      ) AS last`,
  )
  return `${todayFor(actor)} ${revision}`
}
