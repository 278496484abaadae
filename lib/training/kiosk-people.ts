import type { Prisma } from '#lib/platform/prisma/client'

const open = { signedOn: null, closedOn: null, pausedOn: null } as const

/**
 * What can be signed at a shared tablet: lessons that are open. A course held elsewhere takes a certificate of one's own, and a
 * package would open a second address on the tablet.
 */
export const signableHere = {
  ...open,
  campaign: { archivedAt: null, course: { kind: 'lesson', number: { gt: 0 }, hasPackage: false } },
} as const satisfies Prisma.AssignmentWhereInput

/** What is left for a device of one's own, because it plays a package. */
export const playedElsewhere = {
  ...open,
  campaign: { archivedAt: null, course: { kind: 'lesson', number: { gt: 0 }, hasPackage: true } },
} as const satisfies Prisma.AssignmentWhereInput

/** Who is on the list of a tablet: those who work at its site now and have something to sign. */
export const listedAt = (siteId: string): Prisma.PersonWhereInput => ({
  ...{ active: true, archivedAt: null, sites: { some: { siteId } } },
  assignments: { some: signableHere },
})
