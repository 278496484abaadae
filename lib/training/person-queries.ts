import { type Day, day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, type Permission, sitesWith } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { reportInWords } from '#lib/law/lessons/course-package'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { attestationOf } from './attestation.ts'
import type { AssignmentState, ClosedFor, Method, Occasion } from './options.ts'
import { assignmentsOf } from './policy.ts'
import { type Quarter, quarterOf } from './quarter.ts'
import { assignmentState } from './standing.ts'

const select = {
  id: true,
  personId: true,
  siteId: true,
  assignedOn: true,
  firstDueOn: true,
  dueOn: true,
  startedAt: true,
  signedAt: true,
  signedOn: true,
  pausedOn: true,
  closedOn: true,
  closedFor: true,
  round: true,
  version: true,
  site: { select: { name: true } },
  campaign: {
    select: {
      ...{ id: true, ref: true, title: true, occasion: true, opensOn: true, dueOn: true, closedOn: true },
      archivedAt: true,
      course: { select: { id: true, ref: true, title: true } },
    },
  },
  steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  attestations: {
    orderBy: { round: 'desc' },
    select: {
      ...{ id: true, round: true, method: true, language: true, right: true, asked: true, sha256: true },
      content: true,
      signedAt: true,
      courseVersion: { select: { number: true } },
      recordedBy: { select: { name: true } },
      sheet: { select: { code: true } },
      corrections: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
    },
  },
} as const satisfies Prisma.AssignmentSelect

type Found = Prisma.AssignmentGetPayload<{ select: typeof select }>

/** A signature as it is shown: what was signed comes from the text that was hashed. */
export interface ShownSignature {
  id: string
  round: number
  /** The day of the signature; on paper the day that stands on the sheet. */
  signedOn: Day
  /** The instant of it; on paper of its being entered. */
  at: Date
  courseRef: string
  courseTitle: string
  number: number
  method: Method
  language: string
  right: number | null
  asked: number | null
  /** What the package of the lesson reported, in words; null where it has none. */
  reported: string | null
  sha256: string
  textSha256: string
  statement: string
  practiceName: string
  personName: string
  site: string
  recordedBy: string | null
  sheet: string | null
  keptUntil: Day
  corrections: { id: string; at: Date; byName: string; takesBack: boolean; reason: string }[]
}

export interface ShownAssignment {
  id: string
  version: number
  siteId: string | null
  siteName: string
  campaign: { id: string; ref: string; title: string; occasion: Occasion; closed: boolean }
  courseName: string
  quarter: Quarter
  assignedOn: Day
  firstDueOn: Day
  dueOn: Day
  state: AssignmentState
  closedOn: Day | null
  signedOn: Day | null
  round: number
  steps: {
    id: string
    kind: string
    reason: string
    before: Day | null
    after: Day | null
    at: Date
    byName: string
  }[]
  /** Newest first; all but the first were taken back, and the first too unless it is signed now. */
  signatures: ShownSignature[]
}

export interface PersonTraining {
  id: string
  ref: string
  name: string
  jobTitle: string
  staffNumber: string
  active: boolean
  siteNames: string[]
  /** Newest quarter first. */
  assignments: ShownAssignment[]
}

function toSignature(one: Found['attestations'][number]): ShownSignature {
  const { content, courseVersion, recordedBy, sheet, signedAt: at, method, corrections, ...facts } = one
  const signed = attestationOf(content)
  return {
    ...facts,
    at,
    reported: signed.package ? reportInWords(signed.package) : null,
    method: method as Method,
    signedOn: day(signed.signedOn),
    courseRef: signed.course.ref,
    courseTitle: signed.course.title,
    number: courseVersion.number,
    textSha256: signed.course.textSha256,
    statement: signed.statement,
    practiceName: signed.practice.name,
    personName: signed.person.name,
    site: signed.site,
    recordedBy: recordedBy?.name ?? null,
    sheet: sheet?.code ?? null,
    keptUntil: day(signed.keptUntil),
    corrections: corrections.map(({ id, at, byName, takesBack, reason }) => ({
      id,
      at,
      byName,
      takesBack,
      reason,
    })),
  }
}

function toAssignment(found: Found, today: Day): ShownAssignment {
  const { campaign, steps, attestations } = found
  const [dueOn, signedOn] = [dayOf(found.dueOn), dayOrNull(found.signedOn)]
  const closedFor = found.closedFor as ClosedFor | null
  const facts = { dueOn, signedOn, closedFor, pausedOn: dayOrNull(found.pausedOn) }
  return {
    ...{ id: found.id, version: found.version, siteId: found.siteId, siteName: found.site?.name ?? '' },
    campaign: {
      ...{ id: campaign.id, ref: campaign.ref, title: campaign.title },
      occasion: campaign.occasion as Occasion,
      closed: campaign.closedOn !== null,
    },
    courseName: `${campaign.course.ref} ${campaign.course.title}`,
    quarter: quarterOf(dayOf(campaign.dueOn === null ? found.assignedOn : campaign.opensOn)),
    assignedOn: dayOf(found.assignedOn),
    firstDueOn: dayOf(found.firstDueOn),
    ...{ dueOn, signedOn, round: found.round, closedOn: dayOrNull(found.closedOn) },
    state: assignmentState({ ...facts, started: found.startedAt !== null }, today),
    steps: steps.map(({ id, kind, reason, dueBefore, dueAfter, at, byName }) => ({
      ...{ id, kind, reason, at, byName },
      before: dayOrNull(dueBefore),
      after: dayOrNull(dueAfter),
    })),
    signatures: attestations.map(toSignature),
  }
}

type WithSites = PersonTraining & { siteIds: string[] }

async function seePerson(
  tx: Tx,
  actor: Actor,
  personId: string,
  where: Prisma.AssignmentWhereInput,
): Promise<WithSites | null> {
  const today = todayFor(actor)
  const person = await tx.person.findFirst({
    where: { id: personId, archivedAt: null },
    select: {
      ...{ id: true, ref: true, name: true, jobTitle: true, staffNumber: true, active: true },
      sites: { select: { site: { select: { id: true, name: true } } } },
    },
  })
  if (!person) return null
  const found = await tx.assignment.findMany({
    where: { AND: [{ personId, campaign: { archivedAt: null } }, where] },
    select,
    orderBy: [{ dueOn: 'desc' }, { id: 'desc' }],
  })
  const { sites: at, staffNumber, ...facts } = person
  return {
    ...facts,
    staffNumber: staffNumber ?? '',
    siteIds: at.map(({ site }) => site.id),
    siteNames: at.map(({ site }) => site.name).sort((a, b) => a.localeCompare(b)),
    assignments: found.map((one) => toAssignment(one, today)),
  }
}

/** Everything that a person was ever assigned, within the actor's sites; null when the actor does not see this person at all. */
export function personTraining(
  actor: Actor,
  personId: string,
  permission: Permission = 'training.read',
): Promise<PersonTraining | null> {
  if (!isId(personId)) return Promise.resolve(null)
  const sites = sitesWith(actor, permission)
  return read(actor, async (tx) => {
    const person = await seePerson(tx, actor, personId, assignmentsOf(actor, permission))
    if (!person) return null
    const isTheirs = sites === 'all' || person.siteIds.some((site) => sites.includes(site))
    return isTheirs || person.assignments.length > 0 ? person : null
  })
}

/** Everything that the actor was ever assigned, wherever. */
export function ownTrainings(actor: Actor): Promise<PersonTraining | null> {
  return read(actor, (tx) => seePerson(tx, actor, actor.personId, {}))
}

/** A signature that still counts, with its campaign: only of that there is a certificate. */
export function certifiable({ assignments }: PersonTraining, attestationId: string) {
  return assignments.flatMap(({ campaign, signatures, signedOn, round }) =>
    signatures
      .filter((one) => one.id === attestationId && signedOn !== null && one.round === round)
      .map((signature) => ({ campaign, signature })),
  )[0]
}
