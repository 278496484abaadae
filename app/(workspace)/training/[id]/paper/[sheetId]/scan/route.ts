import { cookies } from 'next/headers'
import { flashCookie } from '#components/ui/flash'
import { currentActor } from '#lib/kernel/require-actor'
import { env } from '#lib/platform/env'
import { isSameOrigin } from '#lib/platform/front-door'
import { evidence } from '#lib/registry'
import { getSheet } from '#lib/training/paper-queries'
import { sheetKind } from '#lib/training/paper-schema'
import { readForm } from '../../../../../evidence/upload/read-form.ts'

interface Address {
  params: Promise<{ id: string; sheetId: string }>
}

/** Takes the scan of a signed sheet in. Who may not is refused before a byte of it is read. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response('Not allowed', { status: 403 })
  const { id, sheetId } = await params
  const path = `/training/${id}/paper/${sheetId}`
  const actor = await currentActor()
  if (!actor) return goTo(`/sign-in?next=${encodeURIComponent(path)}`)
  const sheet = await getSheet(actor, id, sheetId)
  if (!sheet || (await evidence.mayAdd(actor, sheetKind, sheetId)) === null)
    return new Response('Not found', { status: 404 })
  const form = await readForm(request, env().maxFileBytes)
  const jar = await cookies()
  if (!form.ok) {
    jar.set(flashCookie('danger', form.message))
    return goTo(path)
  }
  try {
    const facts = { title: `Sheet ${sheet.code}, signed`, note: '', validUntil: '', replacesId: '' }
    const { spool, fileName } = form
    const result = await evidence.takeIn(
      actor,
      { kind: sheetKind, recordId: sheetId },
      { spool, fileName, facts },
    )
    jar.set(
      result.ok
        ? flashCookie('ok', 'Added the scan. Tick off the names that are signed on it.')
        : flashCookie('danger', result.message),
    )
  } finally {
    await form.spool.close()
  }
  return goTo(`${path}#names`)
}

/** By path alone: behind a proxy this server does not know its own name. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
