import { dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { defineCommand } from '#lib/kernel/command'
import { conflict, forbidden, notFound } from '#lib/kernel/errors'
import { requireHere } from '#lib/people/works-here'
import { mayKeep, placedSelect, sitesOf, visibleActions } from './policy.ts'
import { actionInput, settleInput } from './schema.ts'
import { lockForEdit, recordOf, settle, touched } from './store.ts'

/** Adds a step of the treatment, or changes one that is still to be done. */
export const saveAction = defineCommand({
  name: 'risk.save-action',
  permission: 'risk.keep-own',
  input: actionInput,
  run: async (context, { id, version, partId, title, ownerId, dueOn }) => {
    const { tx, actor, now } = context
    const risk = await lockForEdit(context, id, version)
    if (!mayKeep(actor, risk)) throw forbidden()
    if (risk.closedOn) throw conflict('This risk is closed. Open it again first.')
    const before = partId ? await tx.riskAction.findFirst({ where: { id: partId, riskId: id } }) : null
    if (partId && !before) throw notFound()
    if (before?.doneOn) throw conflict('This action is over already.')
    await requireHere(context, { ownerId }, { ownerId: before?.ownerId ?? null })
    const data = { title, ownerId, dueOn: dateOf(dueOn) }
    if (before) await tx.riskAction.update({ where: { id: before.id }, data })
    else
      await tx.riskAction.create({
        data: { ...data, id: newId(now.getTime()), practiceId: actor.practiceId, riskId: id, createdAt: now },
      })
    await tx.risk.update({ where: { id }, data: touched(now) })
    const sentence = `${before ? 'Changed' : 'Planned'} the action “${title}”, due ${formatDay(dueOn)}`
    return {
      value: { id },
      events: [{ sentence, record: recordOf(risk) }],
      due: await settle(context, { id }),
    }
  },
})

/** An action is done, or not done any more; either way it says what came of it. */
export const settleAction = defineCommand({
  name: 'risk.settle-action',
  permission: 'risk.keep-own',
  input: settleInput,
  run: async (context, { actionId, how, outcome }) => {
    const { tx, actor, now, today } = context
    const action = await tx.riskAction.findFirst({
      where: { AND: [{ id: actionId }, visibleActions(actor)] },
      select: { riskId: true },
    })
    if (!action) throw notFound()
    const { riskId: id } = action
    // Whoever does an action may be nobody who reads the risk, so it is locked by itself.
    await tx.$executeRaw`SELECT 1 FROM "Risk" WHERE "id" = ${id}::uuid FOR UPDATE`
    const { risk, ...stored } = await tx.riskAction.findUniqueOrThrow({
      where: { id: actionId },
      select: {
        title: true,
        ownerId: true,
        doneOn: true,
        risk: {
          select: {
            ...placedSelect,
            id: true,
            ref: true,
            title: true,
            ownerId: true,
            backupId: true,
            closedOn: true,
            archivedAt: true,
          },
        },
      },
    })
    if (stored.ownerId !== actor.personId && !mayKeep(actor, { ...risk, siteIds: sitesOf(risk) }))
      throw forbidden()
    if (stored.doneOn) throw conflict('This action is over already.')
    if (risk.closedOn || risk.archivedAt) throw conflict('This risk is closed or archived.')
    await tx.riskAction.update({
      where: { id: actionId },
      data: { doneOn: dateOf(today), dropped: how === 'dropped', outcome },
    })
    await tx.risk.update({ where: { id }, data: touched(now) })
    const did = how === 'done' ? 'Did' : 'Dropped'
    return {
      value: { id },
      events: [{ sentence: `${did} the action “${stored.title}”`, record: recordOf(risk), reason: outcome }],
      due: await settle(context, { id }),
    }
  },
})
