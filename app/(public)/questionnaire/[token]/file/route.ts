import { fileRefusal, removeGuestFile, takeGuestFile } from '#lib/flows/questionnaire-file'
import { now } from '#lib/platform/clock'
import { env } from '#lib/platform/env'
import type { GuestResult, Progress } from '#lib/questionnaires/guest'
import { readForm } from '../../../../(workspace)/evidence/upload/read-form.ts'
import { asGuest, type TokenPage } from '../admit-guest.ts'

/** Takes a file for a question in. A link that does not work, and what is too large, is refused before a byte of it is read. */
export async function POST(request: Request, { params }: TokenPage): Promise<Response> {
  const { token } = await params
  const question = new URL(request.url).searchParams.get('question') ?? ''
  const { told, status } = await asGuest(token, () => keep(request, token, question))
  return Response.json(told, { status })
}

async function keep(request: Request, token: string, question: string): Promise<GuestResult<Progress>> {
  const refusal = await fileRefusal(token, question, now())
  if (refusal) return refusal
  const form = await readForm(request, env().maxFileBytes)
  if (!form.ok) return { ok: false, code: 'invalid', message: form.message, fields: {} }
  try {
    return await takeGuestFile(token, question, form, now())
  } finally {
    await form.spool.close()
  }
}

/** Takes a file back. */
export async function DELETE(request: Request, { params }: TokenPage): Promise<Response> {
  const { token } = await params
  const file = new URL(request.url).searchParams.get('file') ?? ''
  const { told, status } = await asGuest(token, () => removeGuestFile(token, file, now()))
  return Response.json(told, { status })
}
