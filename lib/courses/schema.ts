import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { jobGroups, languages } from '#lib/law/lessons/lesson'
import { longestBody } from './lesson-limits.ts'
import { courseKinds } from './options.ts'

export const courseKind = 'course'
export const coursePrefix = 'CRS'

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
const version = z.coerce.number().int().positive()
const reason = text(1000).min(3, 'Say why, in a few words.')

const minutes = z.coerce
  .number('A number of minutes.')
  .int('A whole number of minutes.')
  .min(1, 'At least 1 minute.')
  .max(600, 'At most 600 minutes.')
const percent = z.coerce
  .number('A number from 0 to 100.')
  .int('A whole number.')
  .min(0, 'From 0 to 100.')
  .max(100, 'From 0 to 100.')

const url = text(500).refine(
  (value) => value === '' || /^https:\/\/[^\s/@]+(?:[/?#]\S*)?$/i.test(value),
  'Write an address that begins with https://.',
)

/** The facts of a course as its form sends them. */
const courseFacts = z.object({
  title: text(200).min(3, 'Give it a title.'),
  about: text(4000),
  kind: z.enum(valuesOf(courseKinds)),
  groups: z.array(z.enum(jobGroups)),
  minutes,
  passPercent: percent,
  url,
  provider: text(200),
  ownerId: optionalId,
  backupId: optionalId,
})

type Facts = z.output<typeof courseFacts>

const sound = <Shape extends z.ZodType<Facts>>(shape: Shape) =>
  shape
    .refine(({ ownerId, backupId }) => ownerId === null || ownerId !== backupId, {
      error: 'The backup must be somebody else.',
      path: ['backupId'],
    })
    .refine(({ kind, provider, url: at }) => kind === 'lesson' || provider !== '' || at !== '', {
      error: 'Say who holds it, or where it is.',
      path: ['provider'],
    })

export const createInput = sound(courseFacts)
export const editInput = sound(courseFacts.extend({ id, version }))
export const archiveInput = z.object({ id, version, reason })
export const restoreInput = z.object({ id, version })
export const publishInput = z.object({ id, version, whatChanged: text(1000).default('') })
export const takeInput = z.object({ keys: z.array(text(80)).max(100) })
export const reviewInput = z.object({
  id,
  version,
  on: z.string().refine(isDay, 'Use a real date.'),
  note: text(2000).min(3, 'Say in a few words what you found.'),
})

/** How questions and their options are told apart, in every language. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const writtenOption = z.object({ text: text(400), why: text(600) })
const writtenQuestion = z.object({
  ask: text(1000),
  /** Key of the option that is right; only the English text says it. */
  right: z.union([z.literal(''), key]).default(''),
  options: z.record(key, writtenOption).default({}),
})

/** What a button of the editor does besides saving: 'add-question', 'remove-question:KEY', 'add-option:KEY', 'remove-option:KEY.OPTION'. */
const deed = z
  .string()
  .regex(
    /^(?:|add-question|(?:remove-question|add-option):[a-z0-9-]{1,40}|remove-option:[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}|remove-language)$/,
  )
  .default('')

/** The text of one language as the editor sends it. What is unfinished is kept; publishing is what asks for all of it. */
export const draftInput = z.object({
  id,
  version,
  language: z.enum(languages),
  title: text(200),
  body: z
    .string()
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(longestBody, `At most ${longestBody.toLocaleString('en-US')} characters.`)),
  questions: z.record(key, writtenQuestion).default({}),
  deed,
})
export type WrittenDraft = Omit<z.output<typeof draftInput>, 'id' | 'version'>
