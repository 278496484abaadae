import type pg from 'pg'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { createCampaign } from '#lib/training/commands'
import { saveLeave } from '#lib/training/leave-commands'
import { createPlan } from '#lib/training/plan-commands'
import { valueOf } from './practice.ts'
import { assignmentOf, campaignFacts, publishCourse, rightAnswers, signFacts } from './training.ts'
import {
  type TrainingPeopleIds,
  trainingPeopleInputs,
  trainingPeopleOf,
  unaimedTrainingPeopleInputs,
} from './training-people.ts'
import { ownTakeInputs, type TakeIds, takeIds, takeInputs } from './training-take.ts'

/** What the commands of training are aimed at: an open campaign, one that was never signed, a plan, a leave. */
export interface TrainingIds {
  owner: pg.Pool
  officer: Actor
  courseId: string
  versionId: string
  campaignId: string
  /** Opens later, so nobody has signed it. */
  plannedId: string
  /** What the officer has to do. */
  assignmentId: string
  planId: string
  leaveId: string
  take: TakeIds
  trained: TrainingPeopleIds
}

/** What the form of a plan sends. */
export const planFacts = (officer: Actor, courseId: string) => ({
  ...{
    name: 'Every quarter',
    courseIds: [courseId],
    everyMonths: '3',
    startsOn: addDays(todayFor(officer), 5),
  },
  ...{ daysOpen: '30', joinerDays: '30', escalateAfterDays: '7', groups: [], siteIds: [] },
  ownerId: officer.personId,
})

/** One of each in the practice of this officer; `keeper` signs the open campaign. */
export async function trainingOf(
  owner: pg.Pool,
  officer: Actor,
  keeper: Actor,
  { siteId, people }: { siteId: string; people: readonly [Actor, Actor] },
): Promise<TrainingIds> {
  const { courseId, versionId } = await publishCourse(owner, officer)
  const today = todayFor(officer)
  const make = async (change: object) =>
    valueOf(await createCampaign(officer, campaignFacts(officer, courseId, change))).id
  const campaignId = await make({})
  const leave = { personId: officer.personId, fromOn: addDays(today, 90), untilOn: addDays(today, 95) }
  valueOf(await saveLeave(officer, leave))
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM "TrainingLeave" WHERE "personId" = $1', [
    officer.personId,
  ])
  return {
    ...{ owner, officer: keeper, courseId, versionId, campaignId },
    plannedId: await make({ opensOn: addDays(today, 10), title: 'Later' }),
    assignmentId: await assignmentOf(owner, campaignId, officer.personId),
    planId: valueOf(await createPlan(officer, planFacts(officer, courseId))).id,
    leaveId: rows[0]?.id ?? '',
    take: await takeIds(owner, officer, { siteId, personId: people[1].personId }),
    trained: await trainingPeopleOf(owner, officer, people, siteId),
  }
}

/** One input for each command on training, in an order in which all of them can be called. */
export function trainingInputs(
  ids: () => TrainingIds & { holderId: string; siteId: string; reason: string },
): Record<string, () => unknown> {
  const seen = async (table: 'Campaign' | 'TrainingPlan', id: string) => {
    const { rows } = await ids().owner.query<{ version: number }>(
      `SELECT version FROM "${table}" WHERE id = $1`,
      [id],
    )
    return { id, version: rows[0]?.version ?? 0 }
  }
  const campaign = () => seen('Campaign', ids().campaignId)
  const plan = () => seen('TrainingPlan', ids().planId)
  const facts = () => campaignFacts(ids().officer, ids().courseId)
  const away = () => addDays(todayFor(ids().officer), 120)
  return {
    'training.create': facts,
    'training.edit': async () => ({ ...facts(), title: 'Renamed', ...(await campaign()) }),
    'training.name-person': () => ({
      ...{ id: ids().campaignId, personId: ids().holderId, as: 'out', reason: ids().reason },
    }),
    // Without a mail server it is refused, which only somebody who sees the campaign is told.
    'training.remind': () => ({ id: ids().campaignId, siteId: ids().siteId }),
    'training.save-leave': () => ({
      ...{ id: ids().leaveId, personId: ids().officer.personId, fromOn: away(), untilOn: '' },
    }),
    'training.remove-leave': () => ({ id: ids().leaveId }),
    'training.begin': () => ({ id: ids().assignmentId }),
    'training.check': () => ({
      ...{ id: ids().assignmentId, versionId: ids().versionId, language: 'en', answers: rightAnswers },
    }),
    'training.sign': () => signFacts(ids().officer, ids().assignmentId, ids().versionId),
    'training.own-certificate': async () => {
      const { rows } = await ids().owner.query<{ id: string }>(
        'SELECT id FROM "Attestation" WHERE "assignmentId" = $1',
        [ids().assignmentId],
      )
      return { id: rows[0]?.id ?? ids().assignmentId, sha256: 'a'.repeat(64) }
    },
    ...takeInputs(
      () => ids().take,
      () => ids().officer,
    ),
    ...trainingPeopleInputs(() => ({
      ...ids().trained,
      today: todayFor(ids().officer),
      reason: ids().reason,
    })),
    'training.close': async () => ({ ...(await campaign()), reason: ids().reason }),
    'training.archive': async () => ({
      ...(await seen('Campaign', ids().plannedId)),
      reason: ids().reason,
    }),
    'training-plan.create': () => planFacts(ids().officer, ids().courseId),
    'training-plan.edit': async () => ({
      ...planFacts(ids().officer, ids().courseId),
      name: 'Renamed',
      ...(await plan()),
    }),
    'training-plan.end': async () => ({ ...(await plan()), reason: ids().reason }),
  }
}

/** Inputs of the commands that name no record, or only read: they only touch the caller's own practice. */
export const unaimedTrainingInputs = (ids: () => TrainingIds): Record<string, () => unknown> => ({
  ...ownTakeInputs,
  ...unaimedTrainingPeopleInputs(() => ids().trained),
  'training.work-groups': () => ({ titles: ['nurse', 'driver'], groups: ['nursing', 'none'] }),
  'training-plan.programme': () => ({ startsOn: '2099-01-01', daysOpen: '30', ownerId: '' }),
})
