import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import type { Harm } from '#lib/kernel/due'
import { visibleDuties } from '#lib/kernel/due-scope'
import { read } from '#lib/platform/db'

/** One duty as its page shows it. */
export interface OneDuty {
  id: string
  recordKind: string
  recordId: string
  recordLabel: string
  siteIds: string[]
  key: string
  title: string
  dueOn: Day
  harm: Harm
  state: string
  closedOn: Day | null
  closedByName: string | null
  ownerId: string | null
  backupId: string | null
  ownerName: string | null
  backupName: string | null
  handedOver: boolean
  snoozedUntil: Day | null
  snoozeReason: string
  snoozedByName: string
}

const named = { select: { name: true } } as const

/** The duty, open or not, for those who may see it; null for everybody else. */
export async function getDuty(actor: Actor, id: string): Promise<OneDuty | null> {
  if (!isId(id)) return null
  const found = await read(actor, (tx) =>
    tx.obligation.findFirst({
      where: { AND: [{ id }, visibleDuties(actor)] },
      include: { owner: named, backup: named },
    }),
  )
  if (!found) return null
  const { owner, backup, dueOn, closedOn, snoozedUntil, harm, ...duty } = found
  return {
    ...duty,
    harm: harm as Harm,
    dueOn: dayOf(dueOn),
    closedOn: dayOrNull(closedOn),
    snoozedUntil: dayOrNull(snoozedUntil),
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
  }
}
