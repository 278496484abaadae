import { cookies } from 'next/headers'
import { FLASH_COOKIE, flashCookie } from '#components/ui/flash'
import { SHEET_LIMITS } from '#lib/base/spreadsheet/sheet-table'
import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { isSameOrigin } from '#lib/platform/front-door'
import { importedRegistry, isImportKind } from '#lib/registry'
import { readUpload } from './read-upload.ts'

/** Takes a spreadsheet in. Who may not, and what is too large, is refused before a byte of it is read. */
export async function POST(request: Request): Promise<Response> {
  const kind = new URL(request.url).searchParams.get('kind') ?? ''
  if (!isSameOrigin(request.headers)) return new Response('Not allowed', { status: 403 })
  const actor = await currentActor()
  if (!actor) return goTo(`/sign-in?next=${encodeURIComponent(`/import/${kind}`)}`)
  if (!isImportKind(kind) || !can(actor, importedRegistry[kind].record.importPermission))
    return new Response('Not found', { status: 404 })
  const upload = await readUpload(request, 'file', SHEET_LIMITS.bytes)
  if (!upload.ok) return refuse(kind, upload.message)
  const result = await importedRegistry[kind].imports.upload(actor, upload.file)
  if (!result.ok)
    return refuse(kind, result.message)
    // Without script, what was said of the file before would still stand there.
  ;(await cookies()).delete(FLASH_COOKIE)
  return goTo(`/import/${kind}/${result.value.id}/columns`)
}

async function refuse(kind: string, message: string): Promise<Response> {
  ;(await cookies()).set(flashCookie('danger', message))
  return goTo(`/import/${kind}`)
}

/** By path alone: behind a proxy this server does not know its own name. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
