import { createHash } from 'node:crypto'
import { openFeed } from '#lib/calendar/feed-door'
import { feedOf } from '#lib/calendar/feed-queries'
import { calendarText } from '#lib/calendar/feed-text'
import { calendarPath } from '#lib/calendar/view'
import { requestOrigin } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { originIn } from '#lib/platform/front-door'
import { dutyPlaces } from '../../../(workspace)/calendar/duty-places.ts'

// Also tells the calendar not to hand the address on to the pages it leads to.
const headers = { 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' }

/** Whether a calendar has this very text already; one that was packed on its way says so by W/. */
function isKnown(request: Request, tag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim())
  return known.some((one) => one.replace(/^W\//, '') === tag)
}

/** Somebody's calendar for Outlook, Google or Apple, known by the secret in its address alone: no cookie is asked for or set. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const opened = await openFeed((await params).token, await requestOrigin(), now())
  if (!opened.ok) {
    if (opened.code === 'gone') return new Response('Not found', { status: 404, headers })
    const retry = { 'retry-after': String(opened.retrySeconds) }
    return new Response('Too many requests', { status: 429, headers: { ...headers, ...retry } })
  }
  const { actor, covers } = opened
  const feed = await feedOf(actor, covers)
  const origin = originIn(request.headers)
  const places = await dutyPlaces(actor, feed.duties)
  const text = calendarText(feed, actor, {
    calendar: `${origin}${calendarPath}`,
    duty: (duty) => `${origin}${places(duty).href}`,
  })
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ...headers, etag } })
  return new Response(text, {
    headers: {
      ...headers,
      etag,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="plumbline.ics"',
      'x-content-type-options': 'nosniff',
    },
  })
}
