import { cookies } from 'next/headers'
import { flashCookie } from '#components/ui/flash'
import { rangeOf } from '#lib/base/byte-range'
import { type FileType, fileTypes } from '#lib/evidence/file-types'
import { currentActor } from '#lib/kernel/require-actor'
import { evidence } from '#lib/registry'

/** A stored file as it is handed out: never run, never kept by anything on the way, never taken for something else. */
export async function handOut(
  id: string,
  how: 'download' | 'preview',
  asked: string | null = null,
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const found = await evidence.get(actor, id)
  const type: FileType | null = found?.file.type ? fileTypes[found.file.type] : null
  if (!found?.mayOpen || (how === 'preview' && !type?.preview))
    return new Response('Not found', { status: 404 })
  // Players of videos ask for parts; some play nothing that is not handed out so.
  const part = type?.preview === 'video' && how === 'preview' ? rangeOf(asked, found.file.size) : null
  if (part === 'none')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${found.file.size}` } })
  const result = await evidence.open(actor, id, how, part ?? undefined)
  if (!result.ok) {
    if (how === 'preview') return new Response(result.message, { status: 500 })
    ;(await cookies()).set(flashCookie('danger', result.message))
    return new Response(null, { status: 303, headers: { location: `/evidence/${id}/view` } })
  }
  const { file } = result.value.found
  const shown = how === 'preview' ? type?.preview : undefined
  return new Response(result.value.stream, {
    status: part ? 206 : 200,
    headers: {
      ...(shown === 'video' ? { 'accept-ranges': 'bytes' } : {}),
      ...(part ? { 'content-range': `bytes ${part.from}-${part.to}/${file.size}` } : {}),
      'content-type': shown ? shownAs(type) : 'application/octet-stream',
      'content-length': String(part ? part.to - part.from + 1 : file.size),
      'content-disposition': `${shown ? 'inline' : 'attachment'}; ${savedAs(file.fileName)}`,
      'content-security-policy': policies[shown ?? 'download'],
      'x-content-type-options': 'nosniff',
      'x-frame-options': shown ? 'SAMEORIGIN' : 'DENY',
      'cache-control': 'private, no-store',
    },
  })
}

const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
/** A sandbox takes the origin away; Chromium's PDF viewer does not start in one, and has a process and an origin of its own. */
const policies: Readonly<Record<'download' | NonNullable<FileType['preview']>, string>> = {
  download: `${nothing}; frame-ancestors 'none'; sandbox`,
  image: `${nothing}; frame-ancestors 'none'; sandbox`,
  video: `${nothing}; frame-ancestors 'none'; sandbox`,
  text: `${nothing}; frame-ancestors 'self'; sandbox`,
  pdf: `${nothing}; frame-ancestors 'self'; object-src 'self'; style-src 'unsafe-inline'`,
}

function shownAs(type: FileType | null): string {
  return type?.preview === 'text' ? 'text/plain; charset=utf-8' : (type?.mime ?? 'application/octet-stream')
}

function savedAs(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '')
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}
