import { cookies } from 'next/headers'
import { flashCookie } from '#components/ui/flash'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { dropDraft, saveDraft } from '#lib/people/drafts'
import { now } from '#lib/platform/clock'
import { env } from '#lib/platform/env'
import { isSameOrigin } from '#lib/platform/front-door'
import { evidence, isKind, registry } from '#lib/registry'
import { draftKeys } from '../draft-keys.ts'
import { type Form, readForm } from './read-form.ts'

/** Takes a file for a record in. Who may not, and what is too large, is refused before a byte of it is read. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response('Not allowed', { status: 403 })
  const query = new URL(request.url).searchParams
  const [kind = '', recordId = '', renews = ''] = ['kind', 'record', 'renews'].map(
    (key) => query.get(key) ?? '',
  )
  const formPath = isId(renews) ? `/evidence/${renews}/renew` : `/evidence/new/${kind}/${recordId}`
  const actor = await currentActor()
  if (!actor) return goTo(`/sign-in?next=${encodeURIComponent(formPath)}`)
  if (!isKind(kind) || (await evidence.mayAdd(actor, kind, recordId)) === null)
    return new Response('Not found', { status: 404 })
  const form = await readForm(request, env().maxFileBytes)
  const result = form.ok ? await keep(actor, { kind, recordId }, form, renews) : form
  const draft = isId(renews) ? draftKeys.renew(renews) : draftKeys.add(kind, recordId)
  const jar = await cookies()
  if (!result.ok) {
    jar.set(flashCookie('danger', result.message))
    await keepTyped(actor, draft, form.facts)
    return goTo(formPath)
  }
  jar.set(flashCookie('ok', 'Added the file.'))
  await dropDraft(actor, draft)
  return goTo(`${registry[kind].record.href(recordId)}#evidence`)
}

/** Only the file has to be chosen again. */
async function keepTyped(actor: Actor, form: string, facts: Readonly<Record<string, string>>): Promise<void> {
  const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value]]))
  await saveDraft(actor, { form, basis: '', values }, now())
}

async function keep(
  actor: Actor,
  place: { kind: string; recordId: string },
  { spool, fileName, facts }: Extract<Form, { ok: true }>,
  replacesId: string,
) {
  try {
    return await evidence.takeIn(actor, place, { spool, fileName, facts: { ...facts, replacesId } })
  } finally {
    await spool.close()
  }
}

/** By path alone: behind a proxy this server does not know its own name. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
