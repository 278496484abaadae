import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { agreementStatuses } from '#lib/agreements/options'
import { formatDay } from '#lib/base/days'
import type { VendorAgreement } from '#lib/flows/vendor-agreements'
import '../vendors.css'

const covering = ['executed', 'expiring']

/** What was agreed with the vendor, and how each stands today. */
export function VendorAgreements({
  isAssociate,
  agreements,
  addHref,
}: {
  isAssociate: boolean
  agreements: readonly VendorAgreement[]
  addHref: string | null
}) {
  const covers = agreements.some(
    ({ kind, status, complete }) => kind === 'baa' && complete && covering.includes(status),
  )
  return (
    <Section
      id="agreements"
      title="Agreements"
      actions={
        addHref ? (
          <ButtonLink href={addHref} size="small" icon="plus">
            Add agreement
          </ButtonLink>
        ) : null
      }
    >
      {isAssociate && !covers ? (
        <Callout
          tone="danger"
          title="It is a business associate, and no agreement with it is in force with every clause that the law requires."
        />
      ) : null}
      {agreements.length > 0 ? (
        <ul className="entries">
          {agreements.map(({ id, ref, title, kind, complete, status, termEndsOn, upstreamName }) => {
            const found = agreementStatuses.find(({ value }) => value === status)
            return (
              <li key={id}>
                <p className="entry-title flex flex-wrap items-baseline justify-between gap-x-4">
                  <span>
                    <a href={`/agreements/${id}`}>{title}</a> <span className="text-muted">{ref}</span>
                  </span>
                  {found ? <StatusBadge tone={found.tone}>{found.label}</StatusBadge> : null}
                </p>
                <p className="text-muted">
                  {[
                    upstreamName ? `As a subcontractor of ${upstreamName}` : '',
                    kind === 'baa' && !complete ? 'incomplete: covers nothing' : '',
                    termEndsOn ? `term ends ${formatDay(termEndsOn)}` : 'no end',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            )
          })}
        </ul>
      ) : isAssociate ? null : (
        <p className="text-muted">None is in the register.</p>
      )}
    </Section>
  )
}
