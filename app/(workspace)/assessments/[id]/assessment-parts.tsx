import { ButtonLink } from '#components/ui/button'
import { ProgressBar } from '#components/ui/progress-bar'
import { Section } from '#components/ui/section'
import { may, mayAnswer } from '#lib/assessments/policy'
import { formatDay, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import type { LoadedAssessment } from '../load-assessment.ts'

/** How far each part is, who answers it, and the ways to answer it. */
export function AssessmentParts({ loaded: { actor, assessment, from } }: { loaded: LoadedAssessment }) {
  const { id, state, archived, progress, givenParts } = assessment
  const isOpen = state === 'open' && !archived
  const mayEdit = may(actor, 'edit', assessment) && isOpen
  const to = (path: string) => withReturn(`/assessments/${id}/${path}`, from)
  return (
    <Section title="Parts" id="parts">
      <ul className="assessment-parts">
        {progress.map(({ key, title, says, asked, answered, carriedOver, skipped }) => {
          const given = givenParts.find(({ part }) => part === key)
          const may = isOpen && mayAnswer(actor, assessment, given?.personId ?? null)
          const due = given && isDay(given.dueOn) ? formatDay(given.dueOn) : ''
          const more = [
            ...(carriedOver > 0 ? [`${carriedOver} from last time to be confirmed`] : []),
            ...(skipped > 0 ? [`${count(skipped, 'question')} not asked`] : []),
            ...(given
              ? [given.doneOn ? `${given.personName} is done` : `${given.personName} answers by ${due}`]
              : []),
          ].join('; ')
          return (
            <li key={key}>
              <ProgressBar
                label={title}
                done={answered}
                total={asked}
                note={asked === 0 ? 'Nothing asked' : undefined}
              />
              <p className="field-hint">
                {says} {more ? `${more}.` : ''}
              </p>
              {may || mayEdit ? (
                <div className="actions">
                  {may && answered < asked ? (
                    <ButtonLink href={`/assessments/${id}/answer?part=${key}`} size="small">
                      Answer<span className="sr-only"> {title}</span>
                    </ButtonLink>
                  ) : null}
                  {may ? (
                    <ButtonLink href={to(`table/${key}`)} size="small">
                      As a table<span className="sr-only">: {title}</span>
                    </ButtonLink>
                  ) : null}
                  {mayEdit && asked > 0 ? (
                    <ButtonLink href={to(`parts/${key}`)} size="small">
                      {given ? 'Change who' : 'Give to somebody'}
                      <span className="sr-only">: {title}</span>
                    </ButtonLink>
                  ) : null}
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
