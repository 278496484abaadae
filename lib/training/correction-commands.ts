import { type Day, dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { countsOf, noCounts } from './counts.ts'
import { requireAhead } from './exception-commands.ts'
import * as schema from './exception-schema.ts'
import { addStep, type LockedAssignment, lockAssignment, lockSeen, refuseOwn } from './exception-store.ts'
import { settleAssignments } from './store.ts'

/** The signature that counts now; refuses when there is none. */
async function signature({ tx }: CommandContext, { id, round, signedOn }: LockedAssignment) {
  const found = signedOn
    ? await tx.attestation.findFirst({
        where: { assignmentId: id, round },
        select: { id: true, sha256: true },
      })
    : null
  if (!found) throw conflict('There is no signature here.')
  return found
}

async function correct(context: CommandContext, attestationId: string, takesBack: boolean, reason: string) {
  const { tx, actor, now } = context
  await tx.attestationCorrection.create({
    data: {
      ...{
        id: newId(now.getTime()),
        practiceId: actor.practiceId,
        attestationId,
        takesBack,
        reason,
        at: now,
      },
      ...{ byId: actor.personId, byName: actor.name },
    },
  })
}

/** The numbers kept of a closed campaign, counted anew after one of its signatures was taken back. */
async function recount({ tx, now }: CommandContext, campaignId: string, today: Day): Promise<void> {
  const { assigned, signed, signedLate } =
    (await countsOf(tx, [campaignId], today)).get(campaignId) ?? noCounts
  await tx.campaign.update({
    where: { id: campaignId },
    data: { assigned, signedLate, signedInTime: signed - signedLate, updatedAt: now },
  })
}

/**
 * Says that a signature does not count. It stays as it was signed, with the reason beside it, and the person signs again; in a
 * campaign that is closed it counts as not signed.
 */
export const takeBackSignature = defineCommand({
  name: 'training.take-back',
  permission: 'training.correct',
  input: schema.takeBackInput,
  run: async (context, { id, version, until, reason }) => {
    const { tx, today } = context
    const found = await lockSeen(context, { id, version }, 'training.correct')
    refuseOwn(context, found)
    const { id: attestationId, sha256 } = await signature(context, found)
    const isClosed = found.campaign.closedOn !== null
    const after = isClosed ? found.until : requireAhead(context, until)
    await correct(context, attestationId, true, reason)
    await tx.assignment.update({
      where: { id },
      data: {
        ...{ signedAt: null, signedOn: null, startedAt: null, misses: 0 },
        ...{ round: { increment: 1 }, version: { increment: 1 } },
        ...(isClosed ? { closedOn: dateOf(today), closedFor: 'closed' } : { dueOn: dateOf(after) }),
      },
    })
    await addStep(context, id, { kind: 'taken-back', reason, before: found.until, after })
    if (isClosed) await recount(context, found.campaignId, today)
    const next = isClosed ? 'the campaign is closed' : `to be signed again by ${formatDay(after)}`
    const sentence = `Took back the signature of ${found.person.name} (SHA-256 ${sha256}); ${next}`
    return {
      value: { id, personId: found.personId },
      events: [{ sentence, record: found.record, reason }],
      due: await settleAssignments(context, { id }),
    }
  },
})

/** Writes beside a signature what is wrong with it. It goes on counting. */
export const noteCorrection = defineCommand({
  name: 'training.note-correction',
  permission: 'training.correct',
  input: schema.correctInput,
  run: async (context, { id, reason }) => {
    const found = await lockAssignment(context, id, 'training.correct')
    const { id: attestationId, sha256 } = await signature(context, found)
    await correct(context, attestationId, false, reason)
    const sentence = `Noted a correction beside the signature of ${found.person.name} (SHA-256 ${sha256})`
    return {
      value: { id, personId: found.personId },
      events: [{ sentence, record: found.record, reason }],
    }
  },
})

/** Records a measure about somebody who did not do what was due: 45 CFR 164.530(e), 164.308(a)(1)(ii)(C). */
export const recordMeasure = defineCommand({
  name: 'training.measure',
  permission: 'training.correct',
  input: schema.measureInput,
  run: async (context, { id, kind, reason }) => {
    const found = await lockAssignment(context, id, 'training.correct')
    refuseOwn(context, found)
    await addStep(context, id, { kind, reason })
    const sentence = `${optionLabel(schema.measures, kind)} about ${found.person.name}`
    return {
      value: { id, personId: found.personId },
      events: [
        {
          sentence: `Noted: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
          record: found.record,
          reason,
        },
      ],
    }
  },
})
