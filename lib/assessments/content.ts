import { z } from 'zod'
import { systemFactsShape } from './skip.ts'

/** The name of the form in which a copy is frozen. Another form is another name: old copies are read as they were. */
export const contentFormat = 'plumbline-assessment-1'

const words = z.string()
const labelled = z.object({ label: words, value: words })

const flowShape = z.object({ ref: words, purpose: words, facts: z.array(labelled) })

const stepShape = z.object({
  flow: words,
  vendor: words,
  /** Which vendor passes the data on to it; empty for the practice’s own. */
  through: words,
  state: words,
  because: words,
  agreement: words.nullable(),
  until: words.nullable(),
})

const systemShape = z.object({
  ref: words,
  name: words,
  facts: z.array(labelled),
  flows: z.array(flowShape),
  cover: z.object({ state: words, until: words.nullable(), steps: z.array(stepShape) }),
})

const questionShape = z.object({
  key: words,
  part: words,
  text: words,
  citation: words,
  status: words,
  requirement: words.nullable(),
  /** Why it was not asked; null when it was. */
  skipped: words.nullable(),
  answer: words.nullable(),
  note: words,
  answeredBy: words,
  answeredAt: words,
})

const scoreShape = z
  .object({ likelihood: z.number(), impact: z.number(), score: z.number(), level: words })
  .nullable()

const riskShape = z.object({
  ref: words,
  title: words,
  category: words,
  concerns: z.array(words),
  cause: words,
  event: words,
  consequence: words,
  threat: words,
  vulnerability: words,
  inherent: scoreShape,
  current: scoreShape,
  target: scoreShape,
  treatment: words,
  treatmentNote: words,
  acceptedUntil: words.nullable(),
  acceptance: words,
  owner: words,
  reviewedOn: words.nullable(),
  controls: z.array(words),
  actions: z.array(
    z.object({
      title: words,
      owner: words,
      dueOn: words,
      doneOn: words.nullable(),
      dropped: z.boolean(),
      outcome: words,
    }),
  ),
})

const controlShape = z.object({
  ref: words,
  title: words,
  does: words,
  state: words,
  owner: words,
  testedOn: words.nullable(),
  testResult: words,
  /** What of this assessment it answers. */
  requirements: z.array(words),
})

const stepOfScale = z.object({ score: z.number(), word: words, means: words })

/** Everything that an assessment rests on, in words: it has to be read in years, without the rest of the register. */
export const contentShape = z.object({
  format: z.literal(contentFormat),
  practice: z.object({ name: words, timeZone: words }),
  assessment: z.object({
    ref: words,
    title: words,
    kind: words,
    kindName: words,
    scope: words,
    startedOn: words,
    owner: words,
    follows: words,
  }),
  /** The day on which all of it stood like this. */
  asOf: words,
  /** Null in a draft. */
  copy: z.object({ number: z.number(), reason: words, frozenAt: words, frozenBy: words }).nullable(),
  template: z.object({
    name: words,
    version: z.number(),
    parts: z.array(z.object({ key: words, title: words })),
  }),
  facts: systemFactsShape.nullable(),
  systems: z.array(systemShape),
  questions: z.array(questionShape),
  findings: z.array(
    z.object({ question: words, risk: words, title: words, currentScore: z.number().nullable() }),
  ),
  risks: z.array(riskShape),
  controls: z.array(controlShape),
  scale: z.object({ likelihood: z.array(stepOfScale), impact: z.array(stepOfScale) }),
})

export type Content = z.output<typeof contentShape>
export type ContentSystem = Content['systems'][number]
export type ContentRisk = Content['risks'][number]
export type ContentControl = Content['controls'][number]
export type ContentScore = ContentRisk['current']

/** A frozen content as it was written. Throws when it is not of this form. */
export function contentOf(text: string): Content {
  return contentShape.parse(JSON.parse(text))
}
