import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { answerOptions, kinds } from './options.ts'

export const assessmentKind = 'assessment'
export const assessmentPrefix = 'ASM'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const id = z.uuid('Choose from the list.')
const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
)
const day = z.string().refine(isDay, 'Use a real date.')
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()
const key = (what: string) => text(80).regex(/^[a-z0-9][a-z0-9-]*$/, `There is no such ${what}.`)

const facts = {
  title: text(200).min(2, 'Give it a name.'),
  scope: text(4000),
  dueOn: day,
  ownerId: optionalId,
  backupId: optionalId,
}

const isTwoPeople = ({ ownerId, backupId }: { ownerId: string | null; backupId: string | null }) =>
  ownerId === null || ownerId !== backupId
const twoPeople = { path: ['backupId'], message: 'Choose somebody other than the owner.' }

export const startInput = z
  .object({ kind: z.enum(valuesOf(kinds), 'Choose one of the five.'), systemId: optionalId, ...facts })
  .refine(isTwoPeople, twoPeople)

export const editInput = z.object({ id, version, ...facts }).refine(isTwoPeople, twoPeople)

export const answerInput = z.object({
  id,
  answers: z
    .array(
      z.object({
        question: key('question'),
        answer: z.enum(valuesOf(answerOptions), 'Choose one of the answers.'),
        note: text(4000),
        /** When the answer was given that the reader saw, as it was sent to them; empty when they saw none. */
        seen: text(40),
      }),
    )
    .min(1, 'Answer at least one question.')
    .max(100, 'At most 100 answers at once.'),
})

export const givePartInput = z.object({ id, part: key('part'), personId: id, dueOn: day })
export const takePartInput = z.object({ id, part: key('part') })

export const signInput = z.object({
  id,
  version,
  name: text(200).min(2, 'Write your name.'),
  stated: z.literal('on', 'Tick this to say that it is true.'),
})

export const countersignInput = z.object({
  id,
  number: z.coerce.number().int().positive(),
  /** The hash that stood on the page: what is signed is what was shown. */
  sha256: text(64).regex(/^[0-9a-f]{64}$/, 'Load the page again.'),
  name: text(200).min(2, 'Write your name.'),
  stated: z.literal('on', 'Tick this to say that it is true.'),
})

export const correctInput = z.object({ id, version, reason })
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })
export const findingInput = z.object({ id, question: key('question') })
