import { notFound } from 'next/navigation'
import { type OpenedCopy, readCopy } from '#lib/assessments/read-copy'
import type { Actor } from '#lib/kernel/access'

/** A frozen copy; the page for what does not exist otherwise. */
export async function loadCopy(actor: Actor, id: string, number: number): Promise<OpenedCopy> {
  return (await readCopy(actor, id, number)) ?? notFound()
}
