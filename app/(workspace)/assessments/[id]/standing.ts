import type { AssessmentDetail } from '#lib/assessments/detail-queries'
import { wanting } from '#lib/assessments/options'
import { answersFor, may, mayReadWhole } from '#lib/assessments/policy'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import type { Step } from '../../ai-systems/next-step.ts'
import type { LoadedAssessment } from '../load-assessment.ts'

/** How many answers want something done, and how many of them became a risk. */
export function findingsIn({ items, findings }: AssessmentDetail): { all: number; made: number } {
  const keys = items.flatMap(({ key, skipped, given }) =>
    skipped === null && given && wanting.includes(given.answer) ? key : [],
  )
  const made = new Set(findings.map(({ question }) => question))
  return { all: keys.length, made: keys.filter((key) => made.has(key)).length }
}

/** Whether it is all right, in a sentence, and the one next step. */
export function standing({ actor, assessment }: LoadedAssessment): { summary: string; next: Step | null } {
  const { id, state, archived, progress, signedOn, systemName, copies, successor } = assessment
  const about = systemName ? `About ${systemName}.` : 'About the practice.'
  if (archived) return { summary: `${about} It is archived.`, next: null }
  if (state === 'signed' && signedOn) {
    const names = count(copies[0]?.signatures.length ?? 0, 'signature')
    const goesOn = successor ? ` ${successor.ref} follows it.` : ''
    const href = `/assessments/${id}/copies/${copies[0]?.number ?? 1}`
    return {
      summary: `${about} Signed on ${formatDay(signedOn)} with ${names}.${goesOn}`,
      next: mayReadWhole(actor, assessment) ? { label: 'Signed copy', href } : null,
    }
  }
  const [asked, answered, carried] = [
    progress.reduce((all, part) => all + part.asked, 0),
    progress.reduce((all, part) => all + part.answered, 0),
    progress.reduce((all, part) => all + part.carriedOver, 0),
  ]
  const toConfirm = carried > 0 ? ` ${count(carried, 'answer')} from last time to be confirmed.` : ''
  const summary = `${about} ${answered} of ${asked} questions answered.${toConfirm}`
  if (answered < asked)
    return {
      summary,
      next: mayGoOn(actor, assessment)
        ? { label: 'Go on answering', href: `/assessments/${id}/answer` }
        : null,
    }
  const findings = findingsIn(assessment)
  // Whoever has just answered the last question would sign past what the answers ask for.
  if (findings.all > 0 && findings.made === 0 && may(actor, 'edit', assessment))
    return { summary, next: { label: 'Go through the findings', href: `/assessments/${id}/findings` } }
  return {
    summary,
    next: maySignIt(actor, assessment) ? { label: 'Freeze and sign', href: `/assessments/${id}/sign` } : null,
  }
}

/** Whether it could be signed by this person, once everything is answered. */
export function maySignIt(actor: LoadedAssessment['actor'], assessment: AssessmentDetail): boolean {
  return may(actor, 'sign', assessment) && mayReadWhole(actor, assessment)
}

function mayGoOn(actor: LoadedAssessment['actor'], assessment: AssessmentDetail): boolean {
  return (
    may(actor, 'edit', assessment) ||
    (can(actor, 'assessment.answer-part') &&
      (answersFor(actor, assessment) ||
        assessment.givenParts.some(({ personId }) => personId === actor.personId)))
  )
}
