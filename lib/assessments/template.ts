import type { Framework, RequirementStatus } from '#lib/law/framework'
import type { RequirementRef } from '#lib/law/library'
import type { AnswerValue, Kind } from './options.ts'
import type { SkipRule } from './skip.ts'

/** One question of an assessment. */
export interface Question {
  /** Stays the same over the years, so that answers can be followed. */
  key: string
  /** The key of the part it stands in. */
  part: string
  /** A few words for it. */
  title: string
  text: string
  /** What it is about, in our words. */
  says: string
  /** What good looks like. */
  good: string
  citation: string
  status: RequirementStatus
  /** The requirement that it is about, and so the controls; null for questions of our own. */
  requirement: RequirementRef | null
  skip: SkipRule | null
  /** What it may be answered with, beside “not applicable”. */
  answers: readonly AnswerValue[]
  /** Said in place of “optional” where an answer wants words. */
  noteNeededFor: readonly AnswerValue[]
}

/** Questions that one person can answer in one go. */
export interface Part {
  key: string
  title: string
  says: string
}

/** The questions of one kind of assessment, as code. `version` goes up whenever what a question asks changes. */
export interface Template {
  kind: Kind
  version: number
  name: string
  /** What it is for, in a sentence. */
  about: string
  parts: readonly Part[]
  questions: readonly Question[]
}

const yesPartlyNo: readonly AnswerValue[] = ['yes', 'partly', 'no']

/** “164.308(a)(1)(i)” as part of a key: “164-308-a-1-i”. */
function slug(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

interface Chosen {
  prefix: string
  part: string
  skip?: SkipRule | null
  answers?: readonly AnswerValue[]
  noteNeededFor?: readonly AnswerValue[]
}

/** The question that asks about one requirement of a framework. Throws when the framework has none of this id. */
export function asking(framework: Framework, id: string, chosen: Chosen): Question {
  const found = framework.requirements.find((requirement) => requirement.id === id)
  if (!found) throw new RangeError(`${framework.key} has no ${id}`)
  return {
    key: `${chosen.prefix}-${slug(id)}`,
    part: chosen.part,
    title: found.title,
    text: found.asks,
    says: found.says,
    good: found.good,
    citation: found.citation,
    status: found.status ?? framework.status,
    requirement: { framework: framework.key, requirement: id },
    skip: chosen.skip ?? null,
    answers: chosen.answers ?? yesPartlyNo,
    noteNeededFor: chosen.noteNeededFor ?? ['not-applicable'],
  }
}

type Told = readonly [key: string, title: string, text: string, good: string, citation: string]

/** Questions of our own, each with the rule that it helps to keep. */
export function ownQuestions(
  prefix: string,
  part: string,
  status: RequirementStatus,
  told: readonly (Told | readonly [...Told, SkipRule])[],
): Question[] {
  return told.map(([key, title, text, good, citation, skip = null]) => ({
    key: `${prefix}-${key}`,
    part,
    title,
    text,
    says: '',
    good,
    citation,
    status,
    requirement: null,
    skip,
    answers: yesPartlyNo,
    noteNeededFor: ['not-applicable'],
  }))
}
