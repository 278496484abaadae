import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { clauseStates } from '#lib/agreements/options'
import type { AgreementDetail } from '#lib/agreements/queries'
import { formatDay } from '#lib/base/days'
import { advisedClauses, type Clause, requiredClauses } from '#lib/law/agreement-clauses'
import { missingClauses } from '#lib/law/agreement-terms'
import '../../vendors/vendors.css'

/** What it says: the clauses that the law requires of a business associate agreement, and those to ask for. */
export function AgreementClauses({ agreement, href }: { agreement: AgreementDetail; href: string | null }) {
  const isAssociate = agreement.kind === 'baa'
  if (agreement.kind === 'data-use') return null
  const missing = missingClauses(agreement.clauses).length
  const found = requiredClauses.length - missing
  const isConfirmed = isAssociate && missing > 0 && agreement.complete
  return (
    <Section
      id="clauses"
      title={
        isAssociate
          ? `Clauses: ${found} of ${requiredClauses.length} that the law requires`
          : 'What it says about patient data and AI'
      }
      lede={
        agreement.clausesOn
          ? `Last gone through on ${formatDay(agreement.clausesOn)}.`
          : 'Nobody has gone through them yet.'
      }
      actions={
        href ? (
          <ButtonLink href={href} size="small">
            Go through clauses
          </ButtonLink>
        ) : null
      }
    >
      {isConfirmed ? (
        <Callout title="The vendor’s written word counts here.">
          <p>
            It is between two vendors, and ours confirmed on{' '}
            {agreement.confirmedOn ? formatDay(agreement.confirmedOn) : 'a day'} that it has it.
          </p>
        </Callout>
      ) : null}
      {isAssociate && !agreement.complete ? (
        <Callout tone="danger" title="It is incomplete, and an incomplete agreement covers nothing." />
      ) : null}
      {isAssociate ? <RequiredClauses agreement={agreement} /> : null}
      <details className="pt-4" open={!isAssociate}>
        <summary>What to ask a vendor of AI for: no rule requires these words</summary>
        <Clauses clauses={advisedClauses} agreement={agreement} />
      </details>
    </Section>
  )
}

/** What is missing or weak first; what is there, on demand. */
function RequiredClauses({ agreement }: { agreement: AgreementDetail }) {
  const stateOf = (key: string) => agreement.clauses.find((clause) => clause.key === key)?.state
  const isFine = ({ key }: Clause) => ['present', 'not-needed'].includes(stateOf(key) ?? '')
  const open = requiredClauses.filter((clause) => !isFine(clause))
  const fine = requiredClauses.filter(isFine)
  return (
    <>
      {open.length > 0 ? <Clauses clauses={open} agreement={agreement} /> : null}
      {fine.length > 0 ? (
        <details className={open.length > 0 ? 'pt-4' : undefined}>
          <summary>
            {open.length > 0 ? `The other ${fine.length}, which are there` : `All ${fine.length} are there`}
          </summary>
          <Clauses clauses={fine} agreement={agreement} />
        </details>
      ) : null}
    </>
  )
}

function Clauses({ clauses, agreement }: { clauses: readonly Clause[]; agreement: AgreementDetail }) {
  const found = new Map(agreement.clauses.map((clause) => [clause.key, clause]))
  return (
    <ul className="entries">
      {clauses.map(({ key, label, says, citation }) => {
        const clause = found.get(key)
        const state = clauseStates.find(({ value }) => value === (clause?.state ?? 'unknown'))
        return (
          <li key={key}>
            <p className="entry-title flex flex-wrap items-baseline justify-between gap-x-4">
              <strong>{label}</strong>
              {state ? (
                <StatusBadge tone={'tone' in state ? state.tone : 'neutral'}>{state.label}</StatusBadge>
              ) : null}
            </p>
            <p className="text-muted">
              {says} {citation}
            </p>
            {clause?.words ? (
              <p className="whitespace-pre-line">
                “{clause.words}”{clause.page ? ` (${clause.page})` : ''}
              </p>
            ) : clause?.page ? (
              <p>{clause.page}</p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
