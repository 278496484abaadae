import { type CourseContent, contentOf } from '#lib/law/lessons/course-content'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

const select = {
  id: true,
  personId: true,
  siteId: true,
  assignedOn: true,
  dueOn: true,
  startedAt: true,
  misses: true,
  signedAt: true,
  signedOn: true,
  pausedOn: true,
  closedFor: true,
  round: true,
  site: { select: { name: true } },
  person: { select: { name: true, ref: true, jobTitle: true, staffNumber: true, language: true } },
  campaign: {
    select: {
      id: true,
      ref: true,
      title: true,
      occasion: true,
      reason: true,
      course: {
        select: {
          ref: true,
          versions: {
            orderBy: { number: 'desc' },
            take: 1,
            select: { id: true, number: true, content: true, sha256: true },
          },
        },
      },
    },
  },
  attestations: {
    orderBy: { round: 'desc' },
    take: 1,
    select: { id: true, round: true, sha256: true, signedAt: true, content: true },
  },
} as const satisfies Prisma.AssignmentSelect

/** A course as it is taught now. */
export interface Taught {
  versionId: string
  number: number
  sha256: string
  content: CourseContent
}

/** What one person has to read and sign, with the course as it is taught now. */
export interface Taking extends Prisma.AssignmentGetPayload<{ select: typeof select }> {
  /** Null while no version of the course is published. */
  taught: Taught | null
}

/** An assignment of this person; null when it is somebody else's, its campaign is archived, or there is none. */
export async function findTaking(tx: Tx, id: string, personId: string): Promise<Taking | null> {
  const found = await tx.assignment.findFirst({
    where: { id, personId, campaign: { archivedAt: null } },
    select,
  })
  if (!found) return null
  const [latest] = found.campaign.course.versions
  return { ...found, taught: latest ? taughtBy(latest) : null }
}

function taughtBy({
  id,
  number,
  sha256,
  content,
}: {
  id: string
  number: number
  sha256: string
  content: string
}): Taught {
  return { versionId: id, number, sha256, content: contentOf(content) }
}
