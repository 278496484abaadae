import type { NextRequest } from 'next/server'
import { now } from '#lib/platform/clock'
import { checkHealth } from '#lib/platform/health'

/** `?live`: this process answers. Otherwise: people can work, with database, migrations and worker as they should be. */
export async function GET(request: NextRequest): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (request.nextUrl.searchParams.has('live')) return Response.json({ live: true }, { headers })
  const health = await checkHealth(now())
  return Response.json(health, { status: health.ready ? 200 : 503, headers })
}
