import { searchWords, squeeze } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { visible } from './policy.ts'

/** Another AI system that may be the one that somebody asks for. */
export interface Similar {
  id: string
  ref: string
  name: string
  stage: string
}

const most = 3

/** Others in the register with every word of this name, shortest names first, as they come closest. One statement. */
export function similarSystems(actor: Actor, { id, name }: { id: string; name: string }): Promise<Similar[]> {
  const words = searchWords(squeeze(name))
  if (words.length === 0) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findMany({
      where: {
        AND: [visible(actor), ...words.map((word) => ({ searchText: { contains: word } }))],
        archivedAt: null,
        id: { not: id },
      },
      select: { id: true, ref: true, name: true, stage: true },
      orderBy: { id: 'asc' },
      take: 50,
    })
    return found.toSorted((a, b) => a.name.length - b.name.length).slice(0, most)
  })
}
