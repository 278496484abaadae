import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { assignmentsOf, sheetsOf, visible } from './policy.ts'
import { campaignKind } from './schema.ts'

const pageRows = 500

/** A campaign as its binder tells of it. */
export interface BinderCampaign {
  id: string
  ref: string
  title: string
  occasion: string
  reason: string
  changedOn: Day | null
  opensOn: Day
  dueOn: Day | null
  closedOn: Day | null
  closedReason: string
  groups: string[]
  courseRef: string
  courseTitle: string
  ownerName: string | null
  /** The sites that the binder is limited to, by name; null when it holds everybody. */
  limitedTo: string[] | null
  siteNames: string[]
}

/** What the first pages of a binder say; null when the actor does not see the campaign. */
export function binderCampaign(actor: Actor, id: string): Promise<BinderCampaign | null> {
  const sites = sitesWith(actor, 'training.export')
  return read(actor, async (tx) => {
    const found = await tx.campaign.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      include: { course: { select: { ref: true, title: true } }, owner: { select: { name: true } } },
    })
    if (!found) return null
    const ids = [...found.siteIds, ...(sites === 'all' ? [] : sites)]
    const named = await tx.site.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    const names = (list: readonly string[]) =>
      named.filter((site) => list.includes(site.id)).map(({ name }) => name)
    const { ref, title, occasion, reason, closedReason, groups, course, owner, siteIds } = found
    return {
      ...{ id, ref, title, occasion, reason, closedReason, groups },
      changedOn: dayOrNull(found.changedOn),
      opensOn: dayOf(found.opensOn),
      dueOn: dayOrNull(found.dueOn),
      closedOn: dayOrNull(found.closedOn),
      ...{ courseRef: course.ref, courseTitle: course.title, ownerName: owner?.name ?? null },
      limitedTo: sites === 'all' ? null : names(sites),
      siteNames: names(siteIds),
    }
  })
}

export interface TaughtVersion {
  id: string
  number: number
  content: string
  sha256: string
  whatChanged: string
  publishedAt: Date
  publishedByName: string
}

/** Every version that somebody signed in this campaign, and the one that is taught now. */
export function taughtVersions(actor: Actor, campaignId: string): Promise<TaughtVersion[]> {
  return read(actor, async (tx) => {
    const signed = await tx.attestation.findMany({
      where: { assignment: { campaignId } },
      distinct: ['courseVersionId'],
      select: { courseVersionId: true },
    })
    const campaign = await tx.campaign.findUniqueOrThrow({
      where: { id: campaignId },
      select: {
        course: { select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } } },
      },
    })
    const ids = [...signed.map((one) => one.courseVersionId), ...campaign.course.versions.map(({ id }) => id)]
    return tx.courseVersion.findMany({ where: { id: { in: ids } }, orderBy: { number: 'asc' } })
  })
}

export interface Proof {
  id: string
  personRef: string
  personName: string
  round: number
  content: string
  sha256: string
}

/** The signatures of a campaign within the actor's sites, also those taken back, page by page. */
export async function* proofs(actor: Actor, campaignId: string): AsyncGenerator<Proof> {
  for (let after: string | null = null; ; ) {
    const page: Proof[] = await proofsAfter(actor, campaignId, after)
    yield* page
    if (page.length < pageRows) return
    after = page.at(-1)?.id ?? null
  }
}

function proofsAfter(actor: Actor, campaignId: string, after: string | null): Promise<Proof[]> {
  return read(actor, async (tx) => {
    const found = await tx.attestation.findMany({
      where: {
        assignment: { AND: [{ campaignId }, assignmentsOf(actor, 'training.export')] },
        ...(after === null ? {} : { id: { gt: after } }),
      },
      select: {
        ...{ id: true, round: true, content: true, sha256: true },
        person: { select: { ref: true, name: true } },
      },
      orderBy: { id: 'asc' },
      take: pageRows,
    })
    return found.map(({ person, ...one }) => ({ ...one, personRef: person.ref, personName: person.name }))
  })
}

export interface Decided {
  personRef: string
  personName: string
  kind: string
  reason: string
  before: Day | null
  after: Day | null
  at: Date
  byName: string
  /** Of the signature that it is about; empty otherwise. */
  sha256: string
}

/** Exceptions, measures and corrections of a campaign within the actor's sites, in the order in which they were decided. */
export function decidedAbout(actor: Actor, campaignId: string): Promise<Decided[]> {
  const within = { AND: [{ campaignId }, assignmentsOf(actor, 'training.export')] }
  const person = { person: { select: { ref: true, name: true } } } as const
  return read(actor, async (tx) => {
    const steps = await tx.assignmentStep.findMany({
      where: { assignment: within },
      include: { assignment: { select: person } },
    })
    const corrections = await tx.attestationCorrection.findMany({
      where: { attestation: { assignment: within } },
      include: { attestation: { select: { sha256: true, ...person } } },
    })
    const all = [
      ...steps.map(({ assignment, kind, reason, dueBefore, dueAfter, at, byName }) => ({
        ...{ personRef: assignment.person.ref, personName: assignment.person.name, kind, reason, at, byName },
        ...{ before: dayOrNull(dueBefore), after: dayOrNull(dueAfter), sha256: '' },
      })),
      ...corrections.map(({ attestation, takesBack, reason, at, byName }) => ({
        ...{ personRef: attestation.person.ref, personName: attestation.person.name, reason, at, byName },
        kind: takesBack ? 'signature-taken-back' : 'correction',
        ...{ before: null, after: null, sha256: attestation.sha256 },
      })),
    ]
    return all.sort((a, b) => a.at.getTime() - b.at.getTime())
  })
}

/** The sheets of a campaign within the actor's sites, with their names. */
export function binderSheets(actor: Actor, campaignId: string) {
  return read(actor, (tx) =>
    tx.paperSheet.findMany({
      where: { AND: [{ campaignId }, sheetsOf(actor, 'training.export')] },
      select: {
        ...{ id: true, code: true, statement: true, language: true, printedAt: true, printedByName: true },
        site: { select: { name: true } },
        courseVersion: { select: { number: true, sha256: true } },
        lines: {
          orderBy: { place: 'asc' },
          select: { place: true, personName: true, personRef: true, assignmentId: true },
        },
        attestations: { select: { assignmentId: true, sha256: true } },
      },
      orderBy: [{ printedAt: 'asc' }, { code: 'asc' }],
    }),
  )
}

/** What happened with the campaign itself, oldest first. */
export function binderHistory(actor: Actor, campaignId: string) {
  return read(actor, (tx) =>
    tx.auditEvent.findMany({
      where: { recordKind: campaignKind, recordId: campaignId },
      select: { at: true, actorName: true, actorRole: true, sentence: true, reason: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
  )
}
