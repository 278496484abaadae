import { cookies } from 'next/headers'
import { FLASH_COOKIE, flashCookie } from '#components/ui/flash'
import { OWN_LIMITS } from '#lib/frameworks/own-rows'
import { uploadFramework } from '#lib/frameworks/own-upload'
import { canAt } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { isSameOrigin } from '#lib/platform/front-door'
import { readUpload } from '../../../import/upload/read-upload.ts'

/** Takes a framework's file in. Who may not, and what is too large, is refused before a byte of it is read. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response('Not allowed', { status: 403 })
  const actor = await currentActor()
  if (!actor) return goTo(`/sign-in?next=${encodeURIComponent('/frameworks/own/new')}`)
  if (!canAt(actor, 'framework.import', [])) return new Response('Not found', { status: 404 })
  const replaces = new URL(request.url).searchParams.get('replaces') ?? ''
  const query = /^[0-9a-f-]{36}$/.test(replaces) ? `?replaces=${replaces}` : ''
  const upload = await readUpload(request, 'file', OWN_LIMITS.bytes)
  const result = upload.ok ? await uploadFramework(actor, upload.file) : upload
  if (!result.ok) {
    ;(await cookies()).set(flashCookie('danger', result.message))
    return goTo(`/frameworks/own/new${query}`)
  }
  ;(await cookies()).delete(FLASH_COOKIE)
  return goTo(`/frameworks/own/${result.value.id}${query}`)
}

/** By path alone: behind a proxy this server does not know its own name. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
