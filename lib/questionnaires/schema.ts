import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { valuesOf } from '#lib/kernel/answers'
import { verdicts } from './options.ts'
import { questionShape } from './question.ts'

export const questionnaireKind = 'questionnaire'
export const questionnairePrefix = 'Q'
export const templateKind = 'question-template'

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
const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  day.nullable(),
)
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()
const emailAddress = z.email()
const questionKey = text(40).regex(/^[a-z0-9][a-z0-9-]*$/, 'There is no such question.')
/** Our own questions have an id, those that come with the product a key. */
const templateKey = text(60).refine(
  (value) => isId(value) || /^[a-z][a-z-]*$/.test(value),
  'Choose from the list.',
)
/** 'https://plumbline.example.org', without anything after the host. */
const origin = text(300).refine(
  (value) => value === '' || /^https?:\/\/[^/\s]+$/.test(value),
  'This is no address.',
)

export const sendInput = z.object({
  vendorId: id,
  template: templateKey,
  contactName: text(200).min(2, 'Write who is asked.'),
  contactEmail: text(254).refine(
    (value) => value === '' || emailAddress.safeParse(value).success,
    'Write an address such as dana@example.org.',
  ),
  answerBy: day,
  note: text(2000),
  /** The questionnaire whose answers this one begins with. */
  previousId: optionalId,
  origin: origin.default(''),
})

export const datesInput = z.object({ id, version, answerBy: day, linkUntil: day })
export const linkInput = z.object({ id, version, origin: origin.default('') })
export const reasonInput = z.object({ id, version, reason })
export const versionInput = z.object({ id, version })
export const reopenInput = z.object({ id, version, answerBy: day, reason })

export const scoreInput = z
  .object({
    id,
    version,
    question: questionKey,
    verdict: z.enum(valuesOf(verdicts), 'Choose one of the three.'),
    note: text(2000),
    gapOwnerId: optionalId,
    settleBy: optionalDay,
  })
  .superRefine(({ verdict, note, settleBy }, issues) => {
    if (verdict !== 'gap') return
    if (note.length < 3) issues.addIssue({ code: 'custom', path: ['note'], message: 'Say what is missing.' })
    if (!settleBy)
      issues.addIssue({ code: 'custom', path: ['settleBy'], message: 'Say until when it has to be settled.' })
  })

export const settleInput = z.object({
  gapId: id,
  how: text(2000).min(3, 'Say in a few words how it was settled.'),
})

export const templateInput = z
  .object({
    /** Empty for a new one; a key for one that comes with the product. */
    template: templateKey.or(z.literal('')),
    /** The record version that the editor saw; 0 when the practice had none of its own. */
    version: z.coerce.number().int().min(0, 'Load the page again.'),
    name: text(120).min(2, 'Give it a name.'),
    about: text(400),
    questions: z
      .array(questionShape)
      .min(1, 'Keep at least one question.')
      .max(120, 'At most 120 questions.'),
  })
  .superRefine(({ questions }, issues) => {
    const keys = questions.map(({ key }) => key)
    if (new Set(keys).size < keys.length)
      issues.addIssue({ code: 'custom', path: ['questions'], message: 'Two questions have the same key.' })
    for (const [at, { kind, options }] of questions.entries())
      if (kind === 'choice' && options.length < 2)
        issues.addIssue({
          code: 'custom',
          path: ['questions', at, 'options'],
          message: 'Give at least two answers to choose from.',
        })
  })

export const retireInput = z.object({ template: id, version })

/** What a guest sends with one answer. */
export const guestAnswer = z.object({
  question: questionKey,
  value: text(8000),
  note: text(4000),
  confirmed: z.boolean('Load the page again.').default(false),
})

/** What a guest signs with. */
export const guestSignature = z.object({
  name: text(200).min(2, 'Write your name.'),
  title: text(200).min(2, 'Write what you are at your company.'),
  stated: z.literal('on', 'Tick this to say that it is true.'),
})
