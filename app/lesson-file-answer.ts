import { openLessonFile, spanOf } from '#lib/flows/lesson-file'
import type { Actor } from '#lib/kernel/access'
import { fileOfTaking } from '#lib/training/take-queries'

/** What a lesson may show, by what the file was found to be; nothing else is handed out. */
const mimes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
}
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** A file of a lesson for somebody who has to do it or has signed it; whole, or the part that a player asks for. */
export async function lessonFileAnswer(
  actor: Actor,
  { assignmentId, fileId }: { assignmentId: string; fileId: string },
  range: string | null,
): Promise<Response> {
  const missing = () => new Response('Not found', { status: 404 })
  const file = await fileOfTaking(actor, assignmentId, fileId)
  const type = file && (mimes[file.type] ?? Object.values(mimes).find((mime) => mime === file.type))
  const opened = type ? await openLessonFile(actor, file) : null
  if (!type || !opened) return missing()
  const { size } = opened
  const headers = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'content-disposition': 'inline',
    'content-security-policy':
      type === 'application/pdf'
        ? `${policy}; object-src 'self'; style-src 'unsafe-inline'`
        : `${policy}; sandbox`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, no-store',
  }
  const span = spanOf(range, size)
  if (span === 'none')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { from, to } = span ?? { from: 0, to: size - 1 }
  return new Response(size === 0 ? null : opened.stream({ from, to }), {
    status: span ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(to - from + 1),
      ...(span ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    },
  })
}
