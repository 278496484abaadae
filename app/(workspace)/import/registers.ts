import { notFound } from 'next/navigation'
import { type Actor, can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { type ImportedRegister, type ImportKind, importedRegistry, isImportKind } from '#lib/registry'
import { type BatchSummary, getBatch } from '#lib/transfer/queries'

/** What one gains by bringing each register in, for the page that offers them. */
export const importHelp: Readonly<Record<ImportKind, string>> = {
  'ai-system': 'The tools you use or think about: one row each, with stage, vendor and owner.',
  'phi-flow': 'Which patient data goes into which AI system. Bring in the systems first.',
  vendor: 'The companies and people whose products and services you use, one row each.',
  agreement: 'Contracts and business associate agreements, one row each. Bring in the vendors first.',
  control: 'What the practice does about its rules, one row each, with the requirements that it answers.',
  risk: 'What could go wrong, one row each, with scores such as 4 x 5. Bring in the systems and vendors first.',
  person: 'Everybody who works here, from your staff list. Roles are given on each person’s page.',
}

/** The registers that the actor may bring files into. */
export function openRegisters(actor: Actor): { kind: ImportKind; register: ImportedRegister }[] {
  return (Object.keys(importedRegistry) as ImportKind[])
    .map((kind) => ({ kind, register: importedRegistry[kind] }))
    .filter(({ register }) => can(actor, register.record.importPermission))
}

/** The register of an address, and the actor who may bring files into it; else the page does not exist. */
export async function requireRegister(
  kind: string,
): Promise<{ kind: ImportKind; register: ImportedRegister; actor: Actor }> {
  if (!isImportKind(kind)) notFound()
  const register = importedRegistry[kind]
  return { kind, register, actor: await requireActor(register.record.importPermission) }
}

/** As `requireRegister`, with the upload of the address. */
export async function requireBatch(
  kind: string,
  id: string,
): Promise<{ kind: ImportKind; register: ImportedRegister; actor: Actor; batch: BatchSummary }> {
  const found = await requireRegister(kind)
  const batch = await getBatch(found.actor, found.register.record, id)
  if (!batch) notFound()
  return { ...found, batch }
}

/** Where an upload is worked on, or looked at when it is over. */
export function batchHref(batch: { kind: string; id: string; state: string }): string {
  const page = `/import/${batch.kind}/${batch.id}`
  return batch.state === 'uploaded' ? `${page}/columns` : page
}
