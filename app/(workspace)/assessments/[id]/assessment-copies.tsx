import { Section } from '#components/ui/section'
import { mayReadWhole } from '#lib/assessments/policy'
import { formatInstant } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import type { LoadedAssessment } from '../load-assessment.ts'

/** The frozen copies, the newest first. */
export function AssessmentCopies({ loaded: { actor, assessment, from } }: { loaded: LoadedAssessment }) {
  const { id, copies } = assessment
  const mayOpen = mayReadWhole(actor, assessment)
  return (
    <Section
      title="Signed copies"
      id="copies"
      lede={
        copies.length === 0 ? 'None yet. Once everything is answered, it is frozen and signed.' : undefined
      }
    >
      {copies.length > 0 ? (
        <ul className="findings">
          {copies.map(({ number, frozenAt, sha256, reason, signatures }) => (
            <li key={number}>
              <span>
                {mayOpen ? (
                  <a href={withReturn(`/assessments/${id}/copies/${number}`, from)}>Copy {number}</a>
                ) : (
                  `Copy ${number}`
                )}
                , frozen on {formatInstant(frozenAt, actor.timeZone)}, signed by{' '}
                {listInWords(signatures.map(({ name }) => name))}
              </span>
              {reason ? <span className="text-muted">Because: {reason}</span> : null}
              <span className="hash">SHA-256 {sha256}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
