import { dateOf, formatDay } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { handedTo } from '#lib/people/handed-duties'
import { recordOf } from './commands.ts'
import { movesFor } from './moves.ts'
import { stages, tiers } from './options.ts'
import { answersFor, mayMove, mayReview, visibleToReviewer } from './policy.ts'
import * as schema from './schema.ts'
import { type LockedSystem, lockForEdit, lockSystem, requireCurrent, settle } from './store.ts'

export const moveSystem = defineCommand({
  name: 'ai-system.move',
  permission: 'ai-system.suspend',
  input: schema.moveInput,
  run: async (context, { id, version, to, reason }) => {
    const { tx, actor, now, today } = context
    const system = await lockForEdit(context, id, version)
    if (!mayMove(actor, to, system.siteIds)) throw forbidden()
    const move = (await movesFor(tx, id, today)).find((candidate) => candidate.to === to)
    if (!move)
      throw conflict(`It is ${stageLabel(system.stage)}; it cannot become ${stageLabel(to)} from there.`)
    const missing = move.requirements.filter((requirement) => !requirement.met)
    if (missing.length > 0)
      throw invalid(
        `Before it can be ${stageLabel(to)}, this is missing: ${missing.map(({ says }) => says.charAt(0).toLowerCase() + says.slice(1)).join('; ')}.`,
      )
    const working = to === 'approved' || to === 'in-use'
    await tx.aiSystem.update({
      where: { id },
      data: {
        stage: to,
        stageReason: reason,
        stageSince: dateOf(today),
        updatedAt: now,
        version: { increment: 1 },
        ...(working && !system.approvedOn ? { approvedOn: dateOf(today) } : {}),
        ...(to === 'retired' ? { approvedOn: null } : {}),
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Moved it from ${stageLabel(system.stage)} to ${stageLabel(to)}`,
          record: recordOf(system),
          reason,
        },
      ],
      due: await settle(context, { id }),
    }
  },
})

function stageLabel(stage: string): string {
  return optionLabel(stages, stage).toLowerCase()
}

export const overrideTier = defineCommand({
  name: 'ai-system.override-tier',
  permission: 'ai-system.override-tier',
  input: schema.tierInput,
  run: async (context, { id, version, tier, reason }) => {
    const { tx, actor, now } = context
    const system = await lockForEdit(context, id, version)
    requireAt(actor, 'ai-system.override-tier', system.siteIds)
    const chosen = tier === 'computed' ? null : tier
    await tx.aiSystem.update({
      where: { id },
      data: {
        tierOverride: chosen,
        tierOverrideReason: chosen ? reason : '',
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    const sentence = chosen
      ? `Set the risk tier to ${optionLabel(tiers, chosen).toLowerCase()} by hand`
      : 'Went back to the computed risk tier'
    return {
      value: { id },
      events: [{ sentence, record: recordOf(system), ...(reason ? { reason } : {}) }],
      due: await settle(context, { id }),
    }
  },
})

const reviews = {
  review: { column: 'reviewedOn', says: 'Reviewed it' },
  data: { column: 'dataReviewedOn', says: 'Checked what patient data it gets' },
  logs: { column: 'logsReviewedOn', says: 'Looked at its logs' },
} as const

/** As `lockForEdit`, for whoever may record reviews of the system: its owner and its backup may without its page. */
async function lockForReview(context: CommandContext, id: string, version: number): Promise<LockedSystem> {
  const { tx, actor } = context
  const handed = await handedTo(tx, actor, schema.systemKind)
  const system = await lockSystem(context, id, visibleToReviewer(actor, handed))
  const isTheirs = handed.includes(id) || answersFor(actor, system)
  if (!mayReview(actor, isTheirs, system.siteIds)) throw forbidden()
  await requireCurrent(context, system, version)
  return system
}

export const recordReview = defineCommand({
  name: 'ai-system.review',
  permission: 'ai-system.review-own',
  input: schema.reviewInput,
  run: async (context, { id, version, what, on, note }) => {
    const { tx, now, today } = context
    const system = await lockForReview(context, id, version)
    if (on > today) throw invalid('Please check the marked fields.', { on: 'This day has not come yet.' })
    const { column, says } = reviews[what]
    const last = system[column]
    if (last && dateOf(on) < last)
      throw invalid('Please check the marked fields.', { on: 'There is a later one already.' })
    await tx.aiSystem.update({
      where: { id },
      data: { [column]: dateOf(on), updatedAt: now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: `${says} on ${formatDay(on)}`, record: recordOf(system), reason: note }],
      due: await settle(context, { id }),
    }
  },
})
