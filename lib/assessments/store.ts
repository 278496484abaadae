import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import type { RecordRef } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { assessmentDuties, partDuty } from './due.ts'
import type { Kind, State } from './options.ts'
import { visible } from './policy.ts'
import { progressOf, totalOf } from './progress.ts'
import { assessmentKind } from './schema.ts'
import { factsOf, factsSelect } from './system-facts.ts'
import { partOf, questionsFor } from './templates.ts'

/** An assessment as events and duties name it. */
export const recordOf = ({ id, ref, title }: { id: string; ref: string; title: string }): RecordRef => ({
  kind: assessmentKind,
  id,
  label: `${ref} ${title}`,
})

const storedSelect = {
  id: true,
  ref: true,
  title: true,
  kind: true,
  state: true,
  startedOn: true,
  dueOn: true,
  signedOn: true,
  ownerId: true,
  backupId: true,
  nextDueOn: true,
  asked: true,
  answered: true,
  archivedAt: true,
  successors: {
    where: { archivedAt: null },
    select: { startedOn: true },
    orderBy: { startedOn: 'asc' },
    take: 1,
  },
  system: {
    select: {
      ...factsSelect,
      stage: true,
      archivedAt: true,
      sites: { select: { siteId: true } },
    },
  },
  answers: { select: { question: true, carriedOver: true } },
  parts: { select: { id: true, part: true, personId: true, dueOn: true, doneOn: true } },
} as const satisfies Prisma.AssessmentSelect

type Stored = Prisma.AssessmentGetPayload<{ select: typeof storedSelect }>

const siteIdsOf = ({ system }: { system: { sites: { siteId: string }[] } | null }) =>
  system?.sites.map(({ siteId }) => siteId) ?? []

/**
 * Recomputes what lists show of these assessments and stores what changed. Returns their duties, and those of their parts,
 * for the runner. A constant number of statements, however many there are.
 */
export async function settle(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  where: Prisma.AssessmentWhereInput,
): Promise<DueSync[]> {
  const found = await tx.assessment.findMany({ where, select: storedSelect })
  const changed: { id: string; nextDueOn: string | null; asked: number; answered: number }[] = []
  const syncs = found.flatMap((one) => {
    const [own, ...parts] = dutiesOf(one, actor.cadences)
    const { asked, answered } = totalOf(progressIn(one))
    const nextDueOn = earliestDue(own?.duties ?? [])
    const now = { nextDueOn, asked, answered }
    const before = { nextDueOn: dayOrNull(one.nextDueOn), asked: one.asked, answered: one.answered }
    if (JSON.stringify(now) !== JSON.stringify(before)) changed.push({ id: one.id, ...now })
    return own ? [own, ...parts] : []
  })
  await updateRows(tx, 'Assessment', changed)
  return syncs
}

function progressIn(one: Stored) {
  const kind = one.kind as Kind
  const questions = questionsFor(kind, one.system ? factsOf(one.system) : null)
  return progressOf(kind, questions, new Map(one.answers.map((answer) => [answer.question, answer])))
}

const dueOnOf = ({ dueOn, startedOn }: { dueOn: Date | null; startedOn: Date }): Day =>
  dayOf(dueOn ?? startedOn)

/** The duties of an assessment, then those of each part: a part’s are those of whom it was given to. */
function dutiesOf(one: Stored, cadences: CommandContext['actor']['cadences']): DueSync[] {
  const archived = one.archivedAt !== null
  const kind = one.kind as Kind
  const { id: recordId, label: recordLabel } = recordOf(one)
  const isOver = one.system !== null && (one.system.archivedAt !== null || one.system.stage === 'retired')
  const place = { kind: assessmentKind, recordLabel, siteIds: siteIdsOf(one), isOver: archived }
  const duties = assessmentDuties(
    {
      ...{ archived, kind, isOver, hasOwner: one.ownerId !== null },
      startedOn: dayOf(one.startedOn),
      dueOn: dueOnOf(one),
      signedOn: dayOrNull(one.signedOn),
      followedOn: dayOrNull(one.successors[0]?.startedOn ?? null),
    },
    cadences,
  )
  const own = { ...place, recordId, ownerId: one.ownerId, backupId: one.backupId, duties }
  return [
    own,
    ...one.parts.map(({ id, part, personId, dueOn, doneOn }): DueSync => {
      const title = partOf(kind, part)?.title ?? part
      const days = { sinceOn: dayOf(one.startedOn), dueOn: dayOf(dueOn), doneOn: dayOrNull(doneOn) }
      const isAsked = !archived && (one.state === 'open' || days.doneOn !== null)
      return {
        ...place,
        recordId: id,
        ownerId: personId,
        backupId: null,
        duties: isAsked ? [partDuty({ id, title, ...days })] : [],
      }
    }),
  ]
}

const lockedSelect = {
  id: true,
  ref: true,
  title: true,
  kind: true,
  state: true,
  scope: true,
  correction: true,
  systemId: true,
  ownerId: true,
  backupId: true,
  startedOn: true,
  dueOn: true,
  signedOn: true,
  archivedAt: true,
  version: true,
  system: { select: { ...factsSelect, sites: { select: { siteId: true } } } },
} as const satisfies Prisma.AssessmentSelect

/** An assessment that a command holds until its transaction ends. */
export interface Locked
  extends Omit<Prisma.AssessmentGetPayload<{ select: typeof lockedSelect }>, 'kind' | 'state'> {
  kind: Kind
  state: State
  siteIds: string[]
}

/** The assessment, locked until the transaction ends, when the actor may see it (or it is in `scope`); else not found. */
export async function lockAssessment(
  { tx, actor }: CommandContext,
  id: string,
  scope: Prisma.AssessmentWhereInput = visible(actor),
): Promise<Locked> {
  await tx.$executeRaw`SELECT 1 FROM "Assessment" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.assessment.findFirst({ where: { AND: [{ id }, scope] }, select: lockedSelect })
  if (!found) throw notFound()
  return { ...found, kind: found.kind as Kind, state: found.state as State, siteIds: siteIdsOf(found) }
}

/** As `lockAssessment`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(context: CommandContext, id: string, version: number): Promise<Locked> {
  const found = await lockAssessment(context, id)
  if (found.version !== version) throw await staleVersion(context.tx, assessmentKind, id)
  refuseArchived(found)
  return found
}

/** Refuses what is archived. */
export function refuseArchived({ archivedAt }: Pick<Locked, 'archivedAt'>): void {
  if (archivedAt) throw conflict('This assessment is archived. Restore it first.')
}

/** Refuses what is signed: from then on there is only another copy. */
export function refuseSigned({ state }: Pick<Locked, 'state'>): void {
  if (state === 'signed')
    throw conflict('It is signed and can no longer be changed. Correct it instead: that makes another copy.')
}

/** What every change of an assessment sets besides its facts. */
export const touched = (now: Date) => ({ updatedAt: now, version: { increment: 1 } })
