import { z } from 'zod'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import { visible } from './policy.ts'
import { recordOf } from './store.ts'

/** Of the file that is handed out; of a ZIP, which is made while it leaves, none is known. */
const sha256 = z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default('')

/** Notes that somebody takes the binder of a campaign out of the house. */
export const noteBinder = defineCommand({
  name: 'training.binder',
  permission: 'training.export',
  input: z.strictObject({ id: z.uuid(), format: z.enum(['zip', 'pdf']), sha256 }),
  run: async ({ tx, actor }, { id, format, sha256: hash }) => {
    const found = await tx.campaign.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: { id: true, ref: true, title: true },
    })
    if (!found) throw notFound()
    return {
      value: { ref: found.ref, title: found.title },
      events: [
        {
          sentence: `Downloaded the binder as ${format.toUpperCase()}${hash ? ` (SHA-256 of the file ${hash})` : ''}`,
          record: recordOf(found),
        },
      ],
    }
  },
})
