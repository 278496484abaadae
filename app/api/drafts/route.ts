import { currentActor } from '#lib/kernel/require-actor'
import { dropDraft, saveDraft } from '#lib/people/drafts'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'
import { beginWithDraft } from '#lib/training/begin'
import { isPackageDraft } from '#lib/training/package-kept'

const MAX_BYTES = 200_000
const nothing = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

const formOf = (draft: unknown) =>
  typeof draft === 'object' && draft !== null && 'form' in draft ? String(draft.form) : ''

/** Keeps what is typed in a form: { form, basis, values }. 400: no draft. 401: signed out. 413: too much to keep. */
export async function PUT(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return nothing(403)
  if (Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) return nothing(413)
  const actor = await currentActor()
  if (!actor) return nothing(401)
  const draft: unknown = await request.json().catch(() => null)
  // What a package reported comes in by a door of its own, which looks at it.
  if (isPackageDraft(draft)) return nothing(400)
  if (!(await saveDraft(actor, draft, now()))) return nothing(400)
  await beginWithDraft(actor, formOf(draft))
  return nothing(204)
}

/** Forgets the draft of `?form=`. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return nothing(403)
  const actor = await currentActor()
  if (!actor) return nothing(401)
  await dropDraft(actor, new URL(request.url).searchParams.get('form') ?? '')
  return nothing(204)
}
