import { actorById } from '#lib/people/actor-by-id'
import type { Jobs } from '#lib/platform/jobs'
import { errorId, log } from '#lib/platform/log'
import { importedRegistry, isImportKind } from '#lib/registry'
import { failBatch, lostMessage, noteProgress } from '#lib/transfer/batch-care'

type ImportJob = Jobs['import']

/** Applies a batch for the person who started it. A refusal or a fault ends the batch with its reason; nothing is tried again. */
export async function runImport({ kind, batchId, practiceId, personId }: ImportJob): Promise<void> {
  const started = performance.now()
  try {
    const actor = await actorById(practiceId, personId)
    if (!actor)
      return await failBatch(
        practiceId,
        batchId,
        'Whoever started it no longer works here. Nothing was changed.',
      )
    if (!isImportKind(kind))
      return await failBatch(practiceId, batchId, 'This register does not exist any more.')
    const apply = importedRegistry[kind].imports.apply((rows) => noteProgress(practiceId, batchId, rows))
    const result = await apply(actor, { id: batchId })
    if (!result.ok) await failBatch(practiceId, batchId, result.message)
    log('info', 'import', { kind, batchId, ok: result.ok, ms: Math.round(performance.now() - started) })
  } catch (error) {
    const id = errorId()
    log('error', 'import failed', { errorId: id, kind, batchId, error })
    await failBatch(practiceId, batchId, `Something went wrong. Nothing was changed. Error ${id}.`)
  }
}

/** For a batch whose worker died, and the one of its second try too. */
export function giveUpImport({ practiceId, batchId }: ImportJob): Promise<void> {
  return failBatch(practiceId, batchId, lostMessage)
}
