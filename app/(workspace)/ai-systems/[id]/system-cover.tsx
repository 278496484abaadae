import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Cite } from '#components/ui/cite'
import { Section } from '#components/ui/section'
import { missingLinks, type PathStep } from '#lib/ai-systems/cover'
import { coverOptions } from '#lib/ai-systems/options'
import type { SystemDetail } from '#lib/ai-systems/queries'
import { formatDay } from '#lib/base/days'
import { type Actor, can } from '#lib/kernel/access'
import { citationOf } from '../../rule-citation.ts'
import '../../vendors/vendors.css'

const tones = { missing: 'danger', lapsing: 'attention', covered: 'ok', 'not-needed': 'neutral' } as const
const words = {
  missing: 'Missing',
  lapsing: 'Ends soon',
  covered: 'Covered',
  'not-needed': 'Not needed',
} as const

/** Which vendor gets the patient data, on which path, and whether an agreement covers it today. */
export function SystemCover({
  actor,
  system,
  overrideHref,
}: {
  actor: Actor
  system: SystemDetail
  overrideHref: string | null
}) {
  const { cover } = system
  if (cover.steps.length === 0) return null
  const state = coverOptions.find(({ value }) => value === cover.state)
  const missing = missingLinks(cover)
  return (
    <Section
      id="cover"
      title={`Is its patient data covered? ${state?.label ?? ''}`}
      actions={
        overrideHref && missing.length > 0 ? (
          <ButtonLink href={overrideHref} size="small">
            {cover.state === 'override' ? 'Change the exception' : 'Let it through for a time'}
          </ButtonLink>
        ) : null
      }
    >
      {cover.state === 'override' && system.coverOverrideUntil ? (
        <Callout
          tone="danger"
          title={`It goes on without cover until ${formatDay(system.coverOverrideUntil)}, because an officer let it.`}
        >
          <p>“{system.coverOverrideReason}”</p>
        </Callout>
      ) : null}
      {missing.length > 0 && cover.state === 'uncovered' ? (
        <Callout tone="danger" title="An agreement that patient data needs is missing.">
          <p>It cannot be approved or put in use until it is there.</p>
          <Cite rule={citationOf('business-associate')} />
        </Callout>
      ) : null}
      <ul className="entries">
        {stepsByVendor(cover.steps).map(({ step, flows }) => (
          <li key={`${step.vendor?.id} ${step.through?.id} ${step.because}`}>
            <p className="entry-title flex flex-wrap items-baseline justify-between gap-x-4">
              <Who actor={actor} step={step} />
              <StatusBadge tone={tones[step.state]}>{words[step.state]}</StatusBadge>
            </p>
            <p className={step.state === 'missing' ? 'text-danger' : 'text-muted'}>
              {step.because}{' '}
              {step.agreement && can(actor, 'agreement.read') ? (
                <a href={`/agreements/${step.agreement.id}`}>See {step.agreement.ref}</a>
              ) : null}
              {step.state === 'missing' && step.vendor && can(actor, 'agreement.edit') ? (
                <Mend step={step} />
              ) : null}
            </p>
            <p className="text-muted">{flows.join(', ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Who({ actor, step: { vendor, through } }: { actor: Actor; step: PathStep }) {
  if (!vendor) return <span>No vendor</span>
  return (
    <span>
      {can(actor, 'vendor.read') ? <a href={`/vendors/${vendor.id}`}>{vendor.name}</a> : vendor.name}
      {through ? <span className="text-muted"> behind {through.name}</span> : null}
    </span>
  )
}

/** Where what is missing is mended. */
function Mend({ step: { vendor } }: { step: PathStep }) {
  if (!vendor) return null
  return vendor.businessAssociate === 'unknown' ? (
    <a href={`/vendors/${vendor.id}/determine`}>Decide it</a>
  ) : (
    <a href={`/vendors/${vendor.id}#agreements`}>See its agreements</a>
  )
}

/** Steps that say the same of several flows, together. */
function stepsByVendor(steps: readonly PathStep[]): { step: PathStep; flows: string[] }[] {
  const groups = Map.groupBy(steps, ({ vendor, through, because }) =>
    [vendor?.id, through?.id, because].join(' '),
  )
  return [...groups.values()].flatMap((same) => {
    const [step] = same
    return step ? [{ step, flows: same.map(({ flowRef }) => flowRef) }] : []
  })
}
