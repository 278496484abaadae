import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'

/** The sites whose people the actor may know of, as choices of a filter. */
export function trainingSites(actor: Actor): Promise<{ value: string; label: string }[]> {
  const sites = sitesWith(actor, 'training.read')
  return read(actor, async (tx) => {
    const found = await tx.site.findMany({
      where: { archivedAt: null, ...(sites === 'all' ? {} : { id: { in: [...sites] } }) },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
    return found.map(({ id, name }) => ({ value: id, label: name }))
  })
}
