import { isId } from '#lib/base/ids'
import { searchWords } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { may } from './policy.ts'

/** As many as somebody reads through; whoever sees more writes another word. */
const MOST_FOUND = 20

export interface VendorFound {
  id: string
  ref: string
  name: string
  services: string
}

/** Vendors in use that all these words describe, by name; without words the first ones. `more` than shown. */
export function vendorsToAsk(
  actor: Actor,
  words: string,
): Promise<{ vendors: VendorFound[]; more: boolean }> {
  if (!may(actor, 'send')) return Promise.resolve({ vendors: [], more: false })
  return read(actor, async (tx) => {
    const found = await tx.vendor.findMany({
      where: {
        AND: [
          { archivedAt: null },
          ...searchWords(words).map((word) => ({ searchText: { contains: word } })),
        ],
      },
      select: { id: true, ref: true, name: true, services: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST_FOUND + 1,
    })
    return { vendors: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND }
  })
}

/** The vendor that is to be asked, with whom to reach there. */
export interface VendorToAsk {
  id: string
  name: string
  contacts: { name: string; about: string; email: string }[]
}

/** A vendor in use, for those who may send; null for everybody else. */
export function vendorToAsk(actor: Actor, id: string): Promise<VendorToAsk | null> {
  if (!isId(id) || !may(actor, 'send')) return Promise.resolve(null)
  return read(actor, (tx) =>
    tx.vendor.findFirst({
      where: { id, archivedAt: null },
      select: {
        id: true,
        name: true,
        contacts: {
          select: { name: true, about: true, email: true },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        },
      },
    }),
  )
}
