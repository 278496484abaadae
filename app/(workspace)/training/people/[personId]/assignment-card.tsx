import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { DescriptionList, type Fact } from '#components/ui/description-list'
import { Card } from '#components/ui/section'
import { formatDay, formatInstant } from '#lib/base/days'
import { type Actor, can } from '#lib/kernel/access'
import { optionLabel } from '#lib/kernel/table'
import { languageNames, languages } from '#lib/law/lessons/lesson'
import { stepKinds } from '#lib/training/exception-schema'
import { matrixPath } from '#lib/training/matrix-filter'
import { assignmentStates, methods } from '#lib/training/options'
import type { ShownAssignment, ShownSignature } from '#lib/training/person-queries'
import { decisions, decisionsFor } from '../decisions.ts'
import { stateWord } from '../state-mark.tsx'

/** One training of a person: where it stands, what was signed, what was decided about it, and what can be. */
export function AssignmentCard({
  actor,
  personId,
  assignment,
}: {
  actor: Actor
  personId: string
  assignment: ShownAssignment
}) {
  const {
    id,
    campaign,
    courseName,
    state,
    steps,
    signatures,
    assignedOn,
    firstDueOn,
    dueOn,
    siteName,
    round,
  } = assignment
  const tone = assignmentStates.find(({ value }) => value === state)?.tone ?? 'neutral'
  const facts: Fact[] = [
    { label: 'Course', value: courseName },
    { label: 'Assigned on', value: `${formatDay(assignedOn)}${siteName ? ` at ${siteName}` : ''}` },
    {
      label: 'Sign by',
      value: `${formatDay(dueOn)}${firstDueOn === dueOn ? '' : ` (first ${formatDay(firstDueOn)})`}`,
    },
  ]
  return (
    <Card>
      <div className="person-training" id={`a-${id}`}>
        <header>
          <h3>
            <a href={`/training/${campaign.id}`}>
              {campaign.ref} {campaign.title}
            </a>
          </h3>
          <StatusBadge tone={tone}>{stateWord(state)}</StatusBadge>
        </header>
        <DescriptionList facts={facts} />
        {signatures.map((signature) => (
          <Signature
            key={signature.id}
            actor={actor}
            signature={signature}
            counts={assignment.signedOn !== null && signature.round === round}
            personId={personId}
          />
        ))}
        {steps.length > 0 ? (
          <ul className="person-steps" aria-label="What was decided">
            {steps.map((step) => (
              <li key={step.id}>
                <strong>{optionLabel(stepKinds, step.kind)}</strong>
                {step.after && step.before && step.after !== step.before
                  ? ` until ${formatDay(step.after)} instead of ${formatDay(step.before)}`
                  : ''}
                {step.reason ? `: ${step.reason}` : ''}{' '}
                <span className="text-muted">
                  {step.byName}, {formatInstant(step.at, actor.timeZone)}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="actions">
          {decisionsFor(actor, personId, assignment).map((what) => (
            <ButtonLink
              key={what}
              size="small"
              href={`${matrixPath}/${personId}/${id}/${what}`}
              aria-label={`${decisions[what].label}: ${campaign.ref} ${campaign.title}`}
            >
              {decisions[what].label}
            </ButtonLink>
          ))}
        </div>
      </div>
    </Card>
  )
}

function Signature({
  actor,
  signature,
  counts,
  personId,
}: {
  actor: Actor
  signature: ShownSignature
  counts: boolean
  personId: string
}) {
  const { method, signedOn, at, number, courseTitle, right, asked, sha256, recordedBy, sheet, corrections } =
    signature
  const language = languages.find((one) => one === signature.language)
  const how =
    method === 'paper'
      ? `on ${formatDay(signedOn)} on sheet ${sheet ?? ''}, entered by ${recordedBy ?? 'somebody'} on ${formatInstant(at, actor.timeZone)}`
      : `on ${formatInstant(at, actor.timeZone)}`
  return (
    <div className={counts ? 'person-signature' : 'person-signature is-back'}>
      <p>
        <strong>
          {counts ? optionLabel(methods, method) : `Taken back: ${optionLabel(methods, method)}`}
        </strong>{' '}
        {how}: version {number} of “{courseTitle}”{language ? ` in ${languageNames[language]}` : ''}
        {asked === null ? '' : `, ${right} of ${asked} right`}
        {signature.reported === null ? '' : `, as the package reported: ${signature.reported}`}.
      </p>
      <p className="hash">SHA-256 {sha256}</p>
      {corrections.map(({ id, reason, byName, takesBack, at: noted }) => (
        <p key={id}>
          {takesBack ? 'Taken back' : 'Correction'}: {reason}{' '}
          <span className="text-muted">
            {byName}, {formatInstant(noted, actor.timeZone)}
          </span>
        </p>
      ))}
      {counts && can(actor, 'training.export') ? (
        <a href={`${matrixPath}/${personId}/certificates/${signature.id}/certificate.pdf`}>
          Certificate (PDF)
        </a>
      ) : null}
    </div>
  )
}
