import { currentActor } from '#lib/kernel/require-actor'
import { importedRegistry, isImportKind } from '#lib/registry'
import { getBatch } from '#lib/transfer/queries'

/** How far an import is, for the page that waits for it. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ kind: string; batch: string }> },
): Promise<Response> {
  const { kind, batch: id } = await params
  const actor = await currentActor()
  const batch = actor && isImportKind(kind) ? await getBatch(actor, importedRegistry[kind].record, id) : null
  if (!batch) return new Response('Not found', { status: 404 })
  const { state, progress } = batch
  return Response.json({ state, progress }, { headers: { 'cache-control': 'no-store' } })
}
