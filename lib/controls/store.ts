import { dayIn, dayOrNull } from '#lib/base/days'
import type { RecordRef } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { type Duty, earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { requirementOf, requirementRef } from '#lib/law/frameworks/all-frameworks'
import type { RequirementRef } from '#lib/law/library'
import type { Prisma } from '#lib/platform/prisma/client'
import { controlDuties, nextTestOn } from './due.ts'
import { visible } from './policy.ts'
import { controlKind } from './schema.ts'

/** A control as events name it. */
export const recordOf = ({ id, ref, title }: { id: string; ref: string; title: string }): RecordRef => ({
  kind: controlKind,
  id,
  label: `${ref} ${title}`,
})

const storedSelect = {
  id: true,
  ref: true,
  title: true,
  state: true,
  ownerId: true,
  backupId: true,
  testEveryMonths: true,
  testedOn: true,
  testResult: true,
  testDueOn: true,
  nextDueOn: true,
  createdAt: true,
  updatedAt: true,
  archivedAt: true,
} as const satisfies Prisma.ControlSelect

/**
 * Recomputes when these controls are tested and due next and stores what changed. Returns their duties for the runner. A
 * constant number of statements, however many controls.
 */
export async function settle(
  { tx, actor }: CommandContext,
  where: Prisma.ControlWhereInput,
): Promise<DueSync[]> {
  const controls = await tx.control.findMany({ where, select: storedSelect })
  const changed: { id: string; nextDueOn: string | null; testDueOn: string | null }[] = []
  const syncs = controls.map((control): DueSync => {
    const facts = {
      ...control,
      archived: control.archivedAt !== null,
      registeredOn: dayIn(actor.timeZone, control.createdAt),
      changedOn: dayIn(actor.timeZone, control.updatedAt),
      testedOn: dayOrNull(control.testedOn),
    }
    const duties = controlDuties(facts, actor.cadences)
    const [nextDueOn, testDueOn] = [earliestDue(duties), nextTestOn(facts)]
    if (nextDueOn !== dayOrNull(control.nextDueOn) || testDueOn !== dayOrNull(control.testDueOn))
      changed.push({ id: control.id, nextDueOn, testDueOn })
    return {
      ...dueSync(control, duties),
      isOver: facts.archived || control.state === 'not-applicable',
    }
  })
  await updateRows(tx, 'Control', changed)
  return syncs
}

interface Answered {
  id: string
  ref: string
  title: string
  ownerId: string | null
  backupId: string | null
}

/** The duties of one control in the shape the runner takes. Controls belong to the whole practice. */
function dueSync(control: Answered, duties: readonly Duty[]): DueSync {
  const { id: recordId, label: recordLabel } = recordOf(control)
  const { ownerId, backupId } = control
  return { kind: controlKind, recordId, recordLabel, siteIds: [], ownerId, backupId, duties }
}

const lockedSelect = {
  ...storedSelect,
  stateReason: true,
  version: true,
} as const satisfies Prisma.ControlSelect

export type LockedControl = Prisma.ControlGetPayload<{ select: typeof lockedSelect }>

/** The control, locked until the transaction ends, when the actor may see it (or it is in `scope`); else not found. */
export async function lockControl(
  { tx, actor }: CommandContext,
  id: string,
  scope: Prisma.ControlWhereInput = visible(actor),
): Promise<LockedControl> {
  await tx.$executeRaw`SELECT 1 FROM "Control" WHERE "id" = ${id}::uuid FOR UPDATE`
  const control = await tx.control.findFirst({ where: { AND: [{ id }, scope] }, select: lockedSelect })
  if (!control) throw notFound()
  return control
}

/** As `lockControl`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
  scope?: Prisma.ControlWhereInput,
): Promise<LockedControl> {
  const control = await lockControl(context, id, scope)
  if (control.version !== version) throw await staleVersion(context.tx, controlKind, id)
  if (control.archivedAt) throw conflict('This control is archived. Restore it first.')
  return control
}

/** Locks controls until the transaction ends, always in the same order. */
export async function lockControls({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Control" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** Requirements by their keys, each once. Refuses what no framework of ours or of the practice has. One statement at most. */
export async function requirementsOf(
  { tx }: CommandContext,
  keys: readonly string[],
): Promise<RequirementRef[]> {
  const refs = [...new Set(keys)].filter(Boolean).flatMap((key) => {
    const ref = requirementRef(key)
    if (!ref) throw unknownRequirement()
    return [ref]
  })
  const own = refs.filter((ref) => !requirementOf(ref))
  if (own.length === 0) return refs
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(own)}::jsonb) AS w(framework text, requirement text)
    JOIN "OwnRequirement" r ON r."frameworkId"::text = w.framework AND r."code" = w.requirement`
  if (found.length !== own.length) throw unknownRequirement()
  return refs
}

const unknownRequirement = () =>
  invalid('Please check the marked fields.', {
    requirements: 'One of them is in no framework here any more. Open the page again.',
  })

/** Which requirements each of these controls answers from now on. Two statements, however many. */
export async function replaceRequirements(
  { tx, actor }: CommandContext,
  sets: readonly { controlId: string; refs: readonly RequirementRef[] }[],
): Promise<void> {
  if (sets.length === 0) return
  const { practiceId } = actor
  await tx.controlRequirement.deleteMany({
    where: { practiceId, controlId: { in: sets.map(({ controlId }) => controlId) } },
  })
  await insertRows(
    tx,
    'ControlRequirement',
    sets.flatMap(({ controlId, refs }) =>
      refs.map(({ framework, requirement }) => ({ practiceId, controlId, framework, requirement })),
    ),
  )
}
