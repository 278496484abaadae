import { currentActor } from '#lib/kernel/require-actor'
import { importedRegistry, isImportKind } from '#lib/registry'
import { errorFile, getBatch } from '#lib/transfer/queries'
import { fileAnswer } from '../../../../file-answer.ts'

/** The rows with errors as the file had them, with the reason in front, to be corrected and uploaded again. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ kind: string; batch: string }> },
): Promise<Response> {
  const { kind, batch: id } = await params
  const actor = await currentActor()
  const batch = actor && isImportKind(kind) ? await getBatch(actor, importedRegistry[kind].record, id) : null
  const file = actor && batch ? await errorFile(actor, batch) : null
  if (!batch || !file) return new Response('Not found', { status: 404 })
  return fileAnswer(file, `${batch.fileName.replace(/\.[^.]*$/, '')} - rows with errors.csv`)
}
