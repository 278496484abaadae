import type { NextRequest } from 'next/server'
import { currentActor } from '#lib/kernel/require-actor'
import { exportTrail } from '#lib/overview/trail-export'
import { parseTrailQuery } from '#lib/overview/trail-query'

/** The audit trail that the address asks for as a CSV file. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response('Sign in first.', { status: 401 })
  const file = await exportTrail(actor, parseTrailQuery(Object.fromEntries(request.nextUrl.searchParams)))
  if (!file.ok) return new Response(file.message, { status: file.code === 'forbidden' ? 403 : 500 })
  const { name, stream } = file.value
  return new Response(stream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
}
