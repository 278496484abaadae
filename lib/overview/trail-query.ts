import type { AuditCursor } from '#lib/audit-trail/queries'
import { type Day, isDay } from '#lib/base/days'
import type { SearchParams } from '#lib/kernel/table'

export const trailPath = '/audit-trail'

/** What the address of the audit trail asks for, after everything unknown was dropped. */
export interface TrailQuery {
  /** A person's id, or words of a name. */
  who: string
  action: string
  kind: string
  record: string
  /** What was done in one go, such as an import. */
  deed: string
  from: Day | null
  until: Day | null
  words: string
  source: 'all' | 'application' | 'outside'
  after: AuditCursor | null
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const name = /^[a-z][a-z0-9.-]{0,60}$/
const cursor = /^(\d{1,15})\.(?:e\.([0-9a-f-]{36})|o\.(\d{1,19}))$/

/** Whether the text is an id and not words of a name. */
export const isId = (text: string): boolean => id.test(text)

/** Reads the address. URLs forgive: what is unknown or stale is dropped. */
export function parseTrailQuery(params: SearchParams): TrailQuery {
  const text = (key: string) => {
    const value = params[key]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim().slice(0, 200)
  }
  const matching = (key: string, pattern: RegExp) => (pattern.test(text(key)) ? text(key) : '')
  const day = (key: string) => {
    const value = text(key)
    return isDay(value) ? value : null
  }
  const kind = matching('kind', name)
  const source = text('source')
  return {
    who: text('who'),
    action: matching('action', name),
    kind,
    // A record is named by its kind and id together.
    record: kind ? matching('record', id) : '',
    deed: matching('deed', id),
    from: day('from'),
    until: day('until'),
    words: text('q'),
    source: source === 'application' || source === 'outside' ? source : 'all',
    after: parseCursor(text('after')),
  }
}

function parseCursor(text: string): AuditCursor | null {
  const [, at, event, outside] = cursor.exec(text) ?? []
  if (at === undefined) return null
  if (event !== undefined) return isId(event) ? { at: new Date(Number(at)), type: 'event', id: event } : null
  return outside === undefined ? null : { at: new Date(Number(at)), type: 'outside', id: outside }
}

/** The query string of a trail query, '' or '?…'; the inverse of `parseTrailQuery`. */
export function trailQueryString(query: TrailQuery): string {
  const { who, action, kind, record, deed, from, until, words, source, after } = query
  const params = new URLSearchParams()
  const put = (key: string, value: string | null) => {
    if (value) params.set(key, value)
  }
  put('q', words)
  put('who', who)
  put('action', action)
  put('kind', kind)
  put('record', record)
  put('deed', deed)
  put('from', from)
  put('until', until)
  put('source', source === 'all' ? null : source)
  put('after', after && `${after.at.getTime()}.${after.type === 'event' ? 'e' : 'o'}.${after.id}`)
  const text = params.toString()
  return text ? `?${text}` : ''
}
