import { CheckedFile, spoolOf } from '#lib/evidence/checked-file'
import type { Actor } from '#lib/kernel/access'
import type { Spool } from '#lib/platform/spool'
import { evidence } from '#lib/registry'

/** What a form says of a file besides the bytes. */
export interface Said {
  kind?: string
  title?: string
  validUntil?: string
  replacesId?: string
  /** The file's name. */
  name?: string
}

/** What somebody gets who sends a file with the form of a record. */
export async function sendFile(actor: Actor, recordId: string, bytes: Uint8Array, said: Said = {}) {
  const { kind = 'ai-system', name: fileName = 'report.pdf', title = 'SOC 2 report', ...more } = said
  const facts = { title, note: '', validUntil: '', replacesId: '', ...more }
  const spool = await spoolOf(bytes)
  const result = await evidence.takeIn(actor, { kind, recordId }, { spool, fileName, facts })
  await spool.close()
  return result
}

const spools: Spool[] = []

/** What the command that keeps a file takes. Close the spools at the end. */
export async function fileInput(recordId: string): Promise<Record<string, unknown>> {
  const spool = await spooled(Buffer.from('words'))
  const file = new CheckedFile(spool, 'a.txt', 'text', 'not-scanned')
  return { kind: 'ai-system', recordId, title: 'A report', file }
}

/** Bytes as a file on its way in, closed with the others at the end. */
export async function spooled(bytes: Uint8Array): Promise<Spool> {
  const spool = await spoolOf(bytes)
  spools.push(spool)
  return spool
}

export async function closeSpools(): Promise<void> {
  await Promise.all(spools.map((spool) => spool.close()))
}
