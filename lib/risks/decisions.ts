import { addMonths, dateOf, dayOrNull, formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid } from '#lib/kernel/errors'
import { longestAcceptance } from './acceptance.ts'
import { mayKeep } from './policy.ts'
import * as schema from './schema.ts'
import { movesInWords, type SixNumbers } from './scores.ts'
import { keepScores, type LockedRisk, lockForEdit, recordOf, settle, touched } from './store.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

function requireKeep({ actor }: CommandContext, risk: LockedRisk): void {
  if (!mayKeep(actor, risk)) throw forbidden()
}

function requireOpen(risk: LockedRisk): void {
  if (risk.closedOn) throw conflict('This risk is closed. Open it again first.')
}

const numbersOf = (risk: SixNumbers): SixNumbers => ({
  inherentLikelihood: risk.inherentLikelihood,
  inherentImpact: risk.inherentImpact,
  currentLikelihood: risk.currentLikelihood,
  currentImpact: risk.currentImpact,
  targetLikelihood: risk.targetLikelihood,
  targetImpact: risk.targetImpact,
})

/** Says how likely and how bad it is. To score it is to have looked at it. An acceptance stays, and says for what it was given. */
export const scoreRisk = defineCommand({
  name: 'risk.score',
  permission: 'risk.keep-own',
  input: schema.scoreInput,
  run: async (context, { id, version, note, ...numbers }) => {
    const { tx, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireKeep(context, found)
    requireOpen(found)
    const moves = movesInWords(numbersOf(found), numbers)
    await tx.risk.update({
      where: { id },
      data: { ...numbers, scoredOn: dateOf(today), reviewedOn: dateOf(today), ...touched(now) },
    })
    await keepScores(context, [{ riskId: id, ...numbers, isOpen: true, note }])
    const sentence =
      moves.length > 0 ? `Scored it: ${listInWords(moves)}` : 'Scored it as before, on a new day'
    return {
      value: { id },
      events: [{ sentence, record: recordOf(found), ...(note ? { reason: note } : {}) }],
      due: await settle(context, { id }),
    }
  },
})

/** Somebody looked at it again and left the scores as they are; the next time is counted from that day. */
export const reviewRisk = defineCommand({
  name: 'risk.review',
  permission: 'risk.keep-own',
  input: schema.reviewInput,
  run: async (context, { id, version, on, note }) => {
    const { tx, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireKeep(context, found)
    requireOpen(found)
    if (on > today) throw wrong('on', 'This day has not come yet.')
    const last = dayOrNull(found.reviewedOn)
    if (last && on < last) throw wrong('on', `It was looked at later than that, on ${formatDay(last)}.`)
    await tx.risk.update({ where: { id }, data: { reviewedOn: dateOf(on), ...touched(now) } })
    return {
      value: { id },
      events: [
        {
          sentence: `Looked at it again on ${formatDay(on)}: the scores stay`,
          record: recordOf(found),
          ...(note ? { reason: note } : {}),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** An owner of the practice carries it as it is, for a reason and until a day. */
export const acceptRisk = defineCommand({
  name: 'risk.accept',
  permission: 'risk.accept',
  input: schema.acceptInput,
  run: async (context, { id, version, until, reason }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.accept', found.siteIds)
    requireOpen(found)
    const { currentScore } = found
    if (currentScore === null) throw conflict('Nobody has scored it yet: score it as it is now first.')
    if (until <= today) throw wrong('until', 'Choose a day that is still to come.')
    const latest = addMonths(today, longestAcceptance)
    if (until > latest)
      throw wrong('until', `At most ${longestAcceptance} months, until ${formatDay(latest)}.`)
    await tx.risk.update({
      where: { id },
      data: {
        acceptedById: actor.personId,
        acceptedOn: dateOf(today),
        acceptedUntil: dateOf(until),
        acceptedScore: currentScore,
        acceptanceReason: reason,
        treatment: found.treatment === 'undecided' ? 'accept' : found.treatment,
        ...touched(now),
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Accepted it at score ${currentScore} until ${formatDay(until)}`,
          record: recordOf(found),
          reason,
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

const notAccepted = {
  acceptedById: null,
  acceptedOn: null,
  acceptedUntil: null,
  acceptedScore: null,
  acceptanceReason: '',
}

/** The risk is not carried as it is any more, or its acceptance ran out and something is done instead. */
export const endAcceptance = defineCommand({
  name: 'risk.end-acceptance',
  permission: 'risk.edit',
  input: schema.endAcceptanceInput,
  run: async (context, { id, version, reason }) => {
    const { tx, actor, now } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.edit', found.siteIds)
    const until = dayOrNull(found.acceptedUntil)
    if (!until) throw conflict('It is not accepted.')
    await tx.risk.update({
      where: { id },
      data: {
        ...notAccepted,
        treatment: found.treatment === 'accept' ? 'undecided' : found.treatment,
        ...touched(now),
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Ended its acceptance, given until ${formatDay(until)}`,
          record: recordOf(found),
          reason,
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** It cannot happen any more, or not to this practice. Its scores stay as they were. */
export const closeRisk = defineCommand({
  name: 'risk.close',
  permission: 'risk.close',
  input: schema.closeInput,
  run: async (context, { id, version, on, reason }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.close', found.siteIds)
    if (found.closedOn) throw conflict('It is closed already.')
    if (on > today) throw wrong('on', 'This day has not come yet.')
    await tx.risk.update({
      where: { id },
      data: { closedOn: dateOf(on), closeReason: reason, ...touched(now) },
    })
    await keepScores(context, [{ riskId: id, ...numbersOf(found), isOpen: false, note: reason }])
    return {
      value: { id },
      events: [{ sentence: `Closed it on ${formatDay(on)}`, record: recordOf(found), reason }],
      due: await settle(context, { id }),
    }
  },
})

export const reopenRisk = defineCommand({
  name: 'risk.reopen',
  permission: 'risk.close',
  input: schema.reopenInput,
  run: async (context, { id, version, reason }) => {
    const { tx, actor, now } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'risk.close', found.siteIds)
    if (!found.closedOn) throw conflict('It is not closed.')
    await tx.risk.update({ where: { id }, data: { closedOn: null, closeReason: '', ...touched(now) } })
    await keepScores(context, [{ riskId: id, ...numbersOf(found), isOpen: true, note: reason }])
    return {
      value: { id },
      events: [{ sentence: 'Opened it again', record: recordOf(found), reason }],
      due: await settle(context, { id }),
    }
  },
})
