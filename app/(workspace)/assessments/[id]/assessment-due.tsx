import { DueList } from '#components/record/due-list'
import { Section } from '#components/ui/section'
import { practiceKind } from '#lib/assessments/options'
import { answersFor } from '#lib/assessments/policy'
import { dueStatus } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { citationOf } from '../../rule-citation.ts'
import type { LoadedAssessment } from '../load-assessment.ts'
import { dutyRule, nextStep } from '../next-step.ts'

/** What is due for an assessment and its parts. */
export function AssessmentDue({ loaded: { actor, assessment, from } }: { loaded: LoadedAssessment }) {
  const today = todayFor(actor)
  const { siteIds, ownerId, duties, givenParts } = assessment
  const isAnswered = assessment.progress.every(({ asked, answered }) => answered >= asked)
  return (
    <Section title="What is due" id="due">
      {duties.length > 0 ? (
        <DueList
          today={today}
          items={duties.map(({ id, recordId, key, title, dueOn, ownerName }) => {
            const rule = dutyRule(key, assessment.kind === practiceKind)
            const isTheirs =
              answersFor(actor, assessment) ||
              givenParts.some((part) => part.id === recordId && part.personId === actor.personId)
            const standing = { id: recordId, siteIds, hasOwner: ownerId !== null, isTheirs, isAnswered }
            return {
              ...{ id, title, dueOn },
              status: dueStatus(dueOn, today),
              owner: ownerName ?? undefined,
              rule: rule ? citationOf(rule) : undefined,
              next: nextStep(actor, standing, key, from) ?? undefined,
            }
          })}
        />
      ) : (
        <p className="text-muted">Nothing.</p>
      )}
    </Section>
  )
}
