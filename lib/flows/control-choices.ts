import { may, visible } from '#lib/controls/policy'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'

/** More than this are chosen on their own pages. */
const most = 500

/** The controls that could also answer a requirement: those in the register without the ones that do already. */
export function controlChoices(
  actor: Actor,
  without: readonly { id: string }[],
): Promise<{ value: string; label: string }[]> {
  if (!may(actor, 'edit')) return Promise.resolve([])
  return read(actor, async (tx) => {
    const controls = await tx.control.findMany({
      where: {
        AND: [visible(actor), { archivedAt: null, id: { notIn: without.map(({ id }) => id) } }],
      },
      select: { id: true, ref: true, title: true },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: most,
    })
    return controls.map(({ id, ref, title }) => ({ value: id, label: `${title} (${ref})` }))
  })
}
