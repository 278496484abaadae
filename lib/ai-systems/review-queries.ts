import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { handedTo } from '#lib/people/handed-duties'
import { read } from '#lib/platform/db'
import type { DueFacts } from './due.ts'
import { answeredForBy, answersFor, isVisible, mayReview, visibleToReviewer } from './policy.ts'
import { systemKind } from './schema.ts'

/** The answers that decide which law applies. */
export interface LawAnswers {
  patientData: string
  useKind: string
  reachesPatient: string
  licensedReview: string
  therapy: string
  generative: string
  decisionSupport: string
  protectedInputs: readonly string[]
}

/** What somebody is shown of a system when they record a review of it. */
export interface SystemToReview extends DueFacts, LawAnswers {
  id: string
  ref: string
  name: string
  purpose: string
  vendorName: string
  version: number
  registeredOn: Day
  flows: {
    id: string
    purpose: string
    identifiers: string[]
    destination: string
    deidentification: string
  }[]
  safeguards: { key: string; state: string; note: string }[]
  /** Whether the actor may also open its page. */
  isReadable: boolean
}

/** The system for whoever may record reviews of it, archived or not; null for everybody else. */
export async function systemToReview(actor: Actor, id: string): Promise<SystemToReview | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const handed = await handedTo(tx, actor, systemKind)
    const found = await tx.aiSystem.findFirst({
      where: { AND: [{ id }, visibleToReviewer(actor, handed)] },
      select: {
        id: true,
        ref: true,
        name: true,
        purpose: true,
        vendorName: true,
        patientData: true,
        useKind: true,
        reachesPatient: true,
        licensedReview: true,
        therapy: true,
        generative: true,
        decisionSupport: true,
        protectedInputs: true,
        safeguards: { select: { key: true, state: true, note: true } },
        version: true,
        stage: true,
        tier: true,
        ownerId: true,
        backupId: true,
        createdAt: true,
        archivedAt: true,
        proposedOn: true,
        approvedOn: true,
        reviewedOn: true,
        dataReviewedOn: true,
        logsReviewedOn: true,
        cover: true,
        coverSince: true,
        coverOverrideUntil: true,
        sites: { select: { siteId: true } },
        flows: {
          where: { archivedAt: null },
          select: { id: true, purpose: true, identifiers: true, destination: true, deidentification: true },
          orderBy: { ref: 'asc' },
        },
      },
    })
    if (!found) return null
    const { ownerId, backupId, createdAt, archivedAt, sites, cover, ...plain } = found
    const siteIds = sites.map(({ siteId }) => siteId)
    if (!mayReview(actor, handed.includes(id) || answersFor(actor, { ownerId, backupId }), siteIds))
      return null
    return {
      ...plain,
      coverNoted: cover,
      coverSince: dayOrNull(found.coverSince),
      coverOverrideUntil: dayOrNull(found.coverOverrideUntil),
      archived: archivedAt !== null,
      proposedOn: dayOf(found.proposedOn),
      registeredOn: dayIn(actor.timeZone, createdAt),
      approvedOn: dayOrNull(found.approvedOn),
      reviewedOn: dayOrNull(found.reviewedOn),
      dataReviewedOn: dayOrNull(found.dataReviewedOn),
      logsReviewedOn: dayOrNull(found.logsReviewedOn),
      isReadable: isVisible(actor, siteIds),
    }
  })
}

/** Which of these systems the actor owns or backs up, or was handed a duty of. Two statements. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'ai-system.review-own')) return new Set()
  const found = await read(actor, async (tx) =>
    tx.aiSystem.findMany({
      where: {
        AND: [
          { id: { in: [...new Set(ids)] }, archivedAt: null },
          answeredForBy(actor, await handedTo(tx, actor, systemKind)),
        ],
      },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
