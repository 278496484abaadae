import type { Actor } from '#lib/kernel/access'
import { duePath } from '#lib/overview/due-table'
import { dutyNext, dutyRecordHref, theirRecords } from '../duty-links.ts'

interface PlacedDuty {
  recordKind: string
  recordId: string
  recordLabel: string
  key: string
  siteIds: readonly string[]
  ownerId: string | null
  /** Open when left out. */
  state?: 'open' | 'done'
}

export interface DutyPlace {
  /** Where the duty is done, else its record, else the list of duties of that record: whatever the actor may open. */
  href: string
  next: { label: string; href: string } | undefined
  record: string | undefined
}

/** Where each of these duties leads the actor. As many statements as there are kinds of records. */
export async function dutyPlaces(
  actor: Actor,
  duties: readonly PlacedDuty[],
): Promise<(duty: PlacedDuty) => DutyPlace> {
  const theirs = await theirRecords(actor, duties)
  return (duty) => {
    const standing = { hasOwner: duty.ownerId !== null, isTheirs: theirs.has(duty.recordId) }
    const isDone = duty.state === 'done'
    const next = isDone ? undefined : dutyNext(actor, duty, standing)
    const record = dutyRecordHref(actor, duty)
    const query = new URLSearchParams({ q: duty.recordLabel, ...(isDone ? { archived: 'yes' } : {}) })
    return { href: next?.href ?? record ?? `${duePath}?${query}`, next, record }
  }
}
