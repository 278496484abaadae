import { z } from 'zod'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import { visibleWhole } from './policy.ts'
import { recordOf } from './store.ts'

const input = z.object({
  id: z.uuid(),
  /** The frozen copy that was reported; null for how it stands now. */
  copy: z.number().int().positive().nullable(),
  /** Of the file that is handed out. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Notes that somebody is about to get the report as a file. */
export const noteReport = defineCommand({
  name: 'assessment.report',
  permission: 'assessment.read',
  input,
  run: async ({ tx, actor }, { id, copy, sha256 }) => {
    const found = await tx.assessment.findFirst({
      where: {
        AND: [{ id }, visibleWhole(actor), copy === null ? {} : { copies: { some: { number: copy } } }],
      },
      select: { id: true, ref: true, title: true },
    })
    if (!found) throw notFound()
    const what = copy === null ? 'the report as a draft' : `the report of copy ${copy}`
    return {
      value: null,
      events: [
        { sentence: `Downloaded ${what} as PDF (SHA-256 of the file ${sha256})`, record: recordOf(found) },
      ],
    }
  },
})
