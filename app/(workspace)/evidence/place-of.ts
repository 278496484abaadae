import type { Actor } from '#lib/kernel/access'
import { isKind, registry } from '#lib/registry'
import { sheetPlace } from '#lib/training/paper-queries'
import { sheetKind } from '#lib/training/paper-schema'

interface Place {
  crumbs: { href: string; label: string }[]
  /** The files where they are listed. */
  backHref: string
}

/** Where a record with files is; null for what has no page, or none for this reader. */
export async function placeOf(
  actor: Actor,
  { kind, id, label }: { kind: string; id: string; label: string },
): Promise<Place | null> {
  if (kind === sheetKind) {
    const sheet = await sheetPlace(actor, id)
    if (!sheet) return null
    const { campaign } = sheet
    const href = `/training/${campaign.id}/paper/${id}`
    return {
      crumbs: [
        { href: `/training/${campaign.id}`, label: `${campaign.ref} ${campaign.title}` },
        { href, label },
      ],
      backHref: `${href}#scan`,
    }
  }
  if (!isKind(kind)) return null
  const { record } = registry[kind]
  const href = record.href(id)
  return {
    crumbs: [
      { href: record.table.path, label: record.table.many },
      { href, label },
    ],
    backHref: `${href}#evidence`,
  }
}
