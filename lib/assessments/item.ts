import type { AnswerValue } from './options.ts'
import type { Asked } from './templates.ts'

/** An answer with who gave it and when. */
export interface GivenAnswer {
  answer: AnswerValue
  note: string
  answeredByName: string
  answeredAt: Date
  carriedOver: boolean
}

/** A risk that was made from an answer. */
export interface FindingRisk {
  question: string
  riskId: string
  ref: string
  title: string
  currentScore: number | null
  closed: boolean
}

/** One question as it stands in one assessment. */
export interface Item extends Asked {
  given: GivenAnswer | null
}

/** A copy as lists of copies show it; its content is read by its own page. */
export interface CopyHead {
  number: number
  frozenAt: Date
  frozenByName: string
  sha256: string
  reason: string
  signatures: { personId: string; name: string; role: string; signedAt: Date }[]
}

/** A part that was given to a colleague. */
export interface GivenPart {
  id: string
  part: string
  personId: string
  personName: string
  dueOn: string
  doneOn: string | null
}
