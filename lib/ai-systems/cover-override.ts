import { addDays, dateOf, formatDay } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import { recordOf } from './commands.ts'
import { missingLinks } from './cover.ts'
import { coversOf } from './cover-queries.ts'
import { coverOverrideInput, mostOverrideDays } from './schema.ts'
import { lockForEdit, settle } from './store.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** Lets a system go on for a time although an agreement is missing, or takes that back. It is shown everywhere until it ends. */
export const overrideCover = defineCommand({
  name: 'ai-system.override-cover',
  permission: 'ai-system.override-cover',
  input: coverOverrideInput,
  run: async (context, { id, version, until, reason }) => {
    const { tx, actor, now, today } = context
    const system = await lockForEdit(context, id, version)
    requireAt(actor, 'ai-system.override-cover', system.siteIds)
    const cover = (await coversOf(tx, { id }, today)).get(id)
    const missing = cover ? missingLinks(cover) : []
    if (until !== '' && missing.length === 0)
      throw conflict('No agreement is missing, so there is nothing to let through.')
    if (until !== '' && (until < today || until > addDays(today, mostOverrideDays)))
      throw wrong(
        'until',
        `From today to ${formatDay(addDays(today, mostOverrideDays))}, ${mostOverrideDays} days ahead at most.`,
      )
    await tx.aiSystem.update({
      where: { id },
      data: {
        coverOverrideUntil: until === '' ? null : dateOf(until),
        coverOverrideReason: until === '' ? '' : reason,
        ...(missing.length > 0
          ? { cover: until === '' ? 'uncovered' : 'override', coverSince: dateOf(today) }
          : {}),
        coverUntil: until === '' ? null : dateOf(until),
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    const sentence =
      until === ''
        ? 'Took back that it may go on without cover'
        : `Let it go on without cover until ${formatDay(until)}. ${missing.map(({ because }) => because).join(' ')}`
    return {
      value: { id },
      events: [{ sentence, record: recordOf(system), reason }],
      due: await settle(context, { id }),
    }
  },
})
