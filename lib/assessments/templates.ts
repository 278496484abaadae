import type { Kind } from './options.ts'
import { type SystemFacts, skipReason } from './skip.ts'
import type { Part, Question, Template } from './template.ts'
import { aiRmf } from './templates/ai-rmf.ts'
import { privacyImpact } from './templates/privacy-impact.ts'
import { section1557 } from './templates/section-1557.ts'
import { securityRiskAnalysis } from './templates/security-risk-analysis.ts'
import { sourceAttributes } from './templates/source-attributes.ts'

const byKind: Readonly<Record<Kind, Template>> = {
  'ai-rmf': aiRmf,
  'privacy-impact': privacyImpact,
  'section-1557': section1557,
  'source-attributes': sourceAttributes,
  'security-risk-analysis': securityRiskAnalysis,
}

/** The questions of a kind of assessment. */
export function templateOf(kind: Kind): Template {
  return byKind[kind]
}

/** A question with whether it is asked of this system; `skipped` says why not. */
export interface Asked extends Question {
  skipped: string | null
}

/** Every question of a kind, those that have nothing to ask about marked with the reason. */
export function questionsFor(kind: Kind, facts: SystemFacts | null): Asked[] {
  return byKind[kind].questions.map((question) => ({
    ...question,
    skipped: skipReason(question.skip, facts),
  }))
}

/** A part of a kind’s questions; undefined when there is none of this key. */
export function partOf(kind: Kind, key: string): Part | undefined {
  return byKind[kind].parts.find((part) => part.key === key)
}

/** A question of a kind; undefined when there is none of this key. */
export function questionOf(kind: Kind, key: string): Question | undefined {
  return byKind[kind].questions.find((question) => question.key === key)
}
