import { sha256Of } from '#lib/base/sha256'
import type { Actor } from '#lib/kernel/access'
import { type Content, contentOf } from './content.ts'
import { type FrozenCopy, getCopy } from './detail-queries.ts'

/** A frozen copy, with what came of computing its hash again just now. */
export interface OpenedCopy {
  copy: FrozenCopy
  content: Content
  computed: string
  /** Whether it is what was signed. */
  isWhole: boolean
}

/** A frozen copy for those who may read all that it rests on; null otherwise. */
export async function readCopy(actor: Actor, id: string, number: number): Promise<OpenedCopy | null> {
  const copy = await getCopy(actor, id, number)
  if (!copy) return null
  const computed = sha256Of(copy.content)
  return { copy, content: contentOf(copy.content), computed, isWhole: computed === copy.sha256 }
}
