import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Cite } from '#components/ui/cite'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { determinationReasons } from '#lib/law/business-associate'
import { associateState } from '#lib/vendors/gaps'
import type { VendorDetail } from '#lib/vendors/queries'
import { citationOf } from '../../rule-citation.ts'

const answers = {
  yes: 'Yes: it is a business associate.',
  no: 'No: it is not a business associate.',
} as const

/** Whether it is a business associate: the last determination with its reasons, or the gap. */
export function VendorDetermination({ vendor, href }: { vendor: VendorDetail; href: string | null }) {
  const state = associateState(vendor)
  const isOpen = state === 'gap' || state === 'open'
  return (
    <Section
      title="Is it a business associate?"
      id="determination"
      actions={
        href ? (
          <ButtonLink href={href} size="small">
            {isOpen ? 'Decide' : 'Decide again'}
          </ButtonLink>
        ) : null
      }
    >
      {state === 'gap' ? (
        <Callout tone="danger" title="It has patient data, and nobody has decided.">
          <p>If it is a business associate, it needs an agreement before the data flows.</p>
          <Cite rule={citationOf('business-associate')} />
        </Callout>
      ) : null}
      {state === 'open' ? (
        <p className="text-muted">
          Not determined.{' '}
          {vendor.patientData === 'no'
            ? 'It has no patient data, so nothing is due.'
            : 'It falls due as soon as the register says that it has patient data.'}
        </p>
      ) : null}
      {state === 'yes' || state === 'no' ? (
        <Card>
          <p>
            <strong>{answers[state]}</strong>
          </p>
          <Reasons values={vendor.determinationReasons} />
          <Decided vendor={vendor} />
        </Card>
      ) : vendor.determinedOn ? (
        <Card>
          <p>It was left open.</p>
          <Decided vendor={vendor} />
        </Card>
      ) : null}
    </Section>
  )
}

function Reasons({ values }: { values: readonly string[] }) {
  return (
    <ul className="grid gap-1.5 py-2">
      {determinationReasons
        .filter(({ value }) => values.includes(value))
        .map(({ value, label, rule }) => (
          <li key={value}>
            {label}.
            <Cite label="The rule" rule={citationOf(rule)} />
          </li>
        ))}
    </ul>
  )
}

function Decided({
  vendor: { determinationNote, determinedByName, determinedOn },
}: {
  vendor: VendorDetail
}) {
  return (
    <>
      {determinationNote ? <p className="whitespace-pre-line">“{determinationNote}”</p> : null}
      <p className="text-muted">
        {determinedByName}
        {determinedOn ? `, ${formatDay(determinedOn)}` : null}. Earlier ones stand in the history below.
      </p>
    </>
  )
}
