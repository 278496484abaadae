import type { Prisma } from '#lib/platform/prisma/client'

/** What can be signed at a shared tablet: lessons that are open. A course held elsewhere takes a certificate of one's own. */
export const signableHere = {
  ...{ signedOn: null, closedOn: null, pausedOn: null },
  campaign: { archivedAt: null, course: { kind: 'lesson', number: { gt: 0 } } },
} as const satisfies Prisma.AssignmentWhereInput

/** Who is on the list of a tablet: those who work at its site now and have something to sign. */
export const listedAt = (siteId: string): Prisma.PersonWhereInput => ({
  ...{ active: true, archivedAt: null, sites: { some: { siteId } } },
  assignments: { some: signableHere },
})
