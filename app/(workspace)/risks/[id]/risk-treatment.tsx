import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { dueStatus } from '#lib/kernel/due'
import { optionLabel } from '#lib/kernel/table'
import type { ActionItem, RiskDetail } from '#lib/risks/detail-queries'
import { acceptances, treatments } from '#lib/risks/options'
import '../../vendors/vendors.css'

interface PartProps {
  risk: RiskDetail
  /** The page of a part by its path; null for those who may only read. */
  to: ((path: string) => string) | null
}

const controlStates: Readonly<Record<string, { label: string; tone: 'ok' | 'attention' | 'neutral' }>> = {
  'not-started': { label: 'Not started', tone: 'attention' },
  partly: { label: 'Partly', tone: 'attention' },
  'in-place': { label: 'In place', tone: 'ok' },
  'not-applicable': { label: 'Does not apply', tone: 'neutral' },
}

/** What is done about it: how, by which controls, and with which steps. */
export function RiskTreatment({
  risk,
  to,
  today,
  mayOpenControls,
}: PartProps & { today: Day; mayOpenControls: boolean }) {
  const open = risk.steps.filter(({ doneOn }) => !doneOn)
  const over = risk.steps.filter(({ doneOn }) => doneOn)
  return (
    <>
      <Section title="What is done about it">
        <ul className="entries">
          <li>
            <p className="entry-title">{optionLabel(treatments, risk.treatment)}</p>
            {risk.treatmentNote ? <p className="whitespace-pre-line">{risk.treatmentNote}</p> : null}
          </li>
          {risk.controls.map(({ id, ref, name }) => {
            const state = controlStates[risk.controlStates.get(id) ?? '']
            return (
              <li key={id}>
                <p className="entry-title">
                  {mayOpenControls ? (
                    <a href={`/controls/${id}`}>
                      {ref} {name}
                    </a>
                  ) : (
                    `${ref} ${name}`
                  )}{' '}
                  {state ? <StatusBadge tone={state.tone}>{state.label}</StatusBadge> : null}
                </p>
              </li>
            )
          })}
        </ul>
      </Section>
      <Section
        id="actions"
        title={open.length > 0 ? count(open.length, 'open action') : 'Actions'}
        actions={
          to && !risk.closedOn ? (
            <ButtonLink href={to('actions/new')} size="small" icon="plus">
              Plan an action
            </ButtonLink>
          ) : null
        }
      >
        {risk.steps.length > 0 ? (
          <ul className="entries">
            {[...open, ...over].map((step) => (
              <Action key={step.id} step={step} risk={risk} to={to} today={today} />
            ))}
          </ul>
        ) : (
          <p className="text-muted">None is planned.</p>
        )}
      </Section>
    </>
  )
}

function Action({ step, risk, to, today }: PartProps & { step: ActionItem; today: Day }) {
  const { id, title, dueOn, doneOn, dropped, outcome } = step
  const isOpen = doneOn === null
  return (
    <li>
      <p className="entry-title">
        {to && isOpen && !risk.closedOn ? <a href={to(`actions/${id}`)}>{title}</a> : title}{' '}
        {isOpen && !risk.closedOn && dueStatus(dueOn, today) === 'overdue' ? (
          <StatusBadge tone="danger">Overdue</StatusBadge>
        ) : null}
        {doneOn ? (
          <StatusBadge tone={dropped ? 'neutral' : 'ok'}>{dropped ? 'Dropped' : 'Done'}</StatusBadge>
        ) : null}
      </p>
      <p className="text-muted">
        {doneOn ? formatDay(doneOn) : `Due ${formatDay(dueOn)}`}
        {' · '}
        {step.ownerName ?? risk.ownerName ?? 'Nobody is named'}
      </p>
      {outcome ? <p className="whitespace-pre-line">{outcome}</p> : null}
    </li>
  )
}

/** Who carries it as it is, until when and why. */
export function RiskAcceptance({
  risk,
  acceptHref,
  endHref,
}: {
  risk: RiskDetail
  acceptHref: string | null
  endHref: string | null
}) {
  const { acceptance, acceptedUntil, acceptedOn, acceptedScore } = risk
  const state = acceptances.find(({ value }) => value === acceptance)
  const isAccepted = acceptedUntil !== null && acceptedOn !== null
  return (
    <Section
      id="acceptance"
      title="Acceptance"
      actions={
        <>
          {acceptHref ? (
            <ButtonLink href={acceptHref} size="small">
              {isAccepted ? 'Accept it again' : 'Accept it'}
            </ButtonLink>
          ) : null}
          {endHref && isAccepted ? (
            <ButtonLink href={endHref} size="small">
              End the acceptance
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {isAccepted ? (
        <ul className="entries">
          <li>
            <p className="entry-title">
              {risk.acceptedByName} accepted it until {formatDay(acceptedUntil)}{' '}
              {state && 'tone' in state ? <StatusBadge tone={state.tone}>{state.label}</StatusBadge> : null}
            </p>
            <p className="text-muted">
              On {formatDay(acceptedOn)}, at score {acceptedScore}
              {risk.currentScore === acceptedScore ? '' : `; it is at ${risk.currentScore ?? 'no score'} now`}
            </p>
            <p className="whitespace-pre-line">“{risk.acceptanceReason}”</p>
          </li>
        </ul>
      ) : (
        <p className="text-muted">Nobody has accepted it. Only an owner of the practice can.</p>
      )}
    </Section>
  )
}
