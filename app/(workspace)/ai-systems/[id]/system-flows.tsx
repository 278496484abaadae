import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { flowContradictions } from '#lib/ai-systems/flow-checks'
import type { FlowRow } from '#lib/ai-systems/flow-table'
import { methodName, noIdentifiers } from '#lib/ai-systems/flow-words'
import { isDescribed } from '#lib/ai-systems/life-cycle'
import type { SystemDetail } from '#lib/ai-systems/queries'
import { count, listInWords, shorten } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'

const namedIdentifiers = 3

/** Which patient data goes in, one entry per stream. */
export function SystemFlows({
  system,
  from,
  mayEdit,
}: {
  system: SystemDetail
  from: string
  mayEdit: boolean
}) {
  const { flows } = system
  const add = mayEdit && !system.archived && (
    <ButtonLink href={withReturn(`/ai-systems/${system.id}/flows/new`, from)} size="small" icon="plus">
      Describe a flow
    </ButtonLink>
  )
  return (
    <Section
      id="flows"
      title={flows.length > 0 ? `Patient data: ${count(flows.length, 'flow')}` : 'Patient data'}
      actions={add}
    >
      {flows.length > 0 ? (
        <ul className="flows">
          {flows.map((flow) => (
            <FlowItem
              key={flow.id}
              flow={flow}
              href={withReturn(`/ai-systems/${system.id}/flows/${flow.id}`, from)}
            />
          ))}
        </ul>
      ) : (
        <NoFlows patientData={system.patientData} />
      )}
    </Section>
  )
}

function NoFlows({ patientData }: { patientData: string }) {
  if (patientData === 'no') return <p>None: no patient data goes into this system.</p>
  return (
    <Callout
      tone="attention"
      title={
        patientData === 'yes'
          ? 'Patient data goes in, but nobody has described which.'
          : 'Whether patient data goes in is not known yet.'
      }
    >
      <p>It cannot be approved before that is settled: describe each flow, or answer that none goes in.</p>
    </Callout>
  )
}

function FlowItem({ flow, href }: { flow: FlowRow; href: string }) {
  const labelOf = (value: string) => optionLabel(identifiers, value)
  const problems = flowContradictions(flow, labelOf)
  const named = flow.identifiers.slice(0, namedIdentifiers).map(labelOf)
  const rest = flow.identifiers.length - named.length
  const what =
    listInWords(rest > 0 ? [...named, `${rest} more`] : named) ||
    `Identifiers: ${noIdentifiers(flow).toLowerCase()}`
  return (
    <li>
      <p className="flow-title">
        <a href={href}>{shorten(flow.purpose, 120)}</a> <span className="text-muted">{flow.ref}</span>
      </p>
      <p className="text-muted">
        {what} → {flow.destination || 'where it goes is not said'} · {methodName(flow.deidentification)}
        {flow.trainsModel === 'yes' ? ' · trains the model' : null}
      </p>
      {isDescribed(flow) ? null : (
        <p className="text-attention">
          Not complete: it has to name its identifiers, where they go, and why no less would do.
        </p>
      )}
      {problems.map(({ says }) => (
        <p key={says} className="text-attention">
          {says}
        </p>
      ))}
    </li>
  )
}
