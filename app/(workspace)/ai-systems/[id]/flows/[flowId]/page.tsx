import type { Metadata } from 'next'
import { RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { clinicalClasses, deidentifications, flowKind } from '#lib/ai-systems/flow-schema'
import type { FlowRow } from '#lib/ai-systems/flow-table'
import { noIdentifiers } from '#lib/ai-systems/flow-words'
import { shorten } from '#lib/base/text'
import { answers } from '#lib/kernel/answers'
import { withReturn } from '#lib/kernel/list-return'
import { type Option, optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'
import { readDraft } from '#lib/people/drafts'
import { vendorChoices } from '#lib/vendors/chain-queries'
import { EvidenceSection } from '../../../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../../../history-timeline.tsx'
import { editFlowAction } from '../../../flow-actions.ts'
import { FlowForm } from '../../../flow-form.tsx'
import { flowCitations, flowValues } from '../../../flow-setup.ts'
import { type FlowPage, flowTitle, loadFlow } from './load-flow.ts'
import '../../../system.css'

export function generateMetadata(page: FlowPage): Promise<Metadata> {
  return flowTitle(page)
}

export default async function FlowDetailPage(page: FlowPage) {
  const { loaded, flow, mayEdit, mayArchive } = await loadFlow(page)
  const { actor, system, from, recordHref, listHref } = loaded
  const draftKey = `phi-flow/${flow.id}`
  return (
    <>
      <RecordHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: listHref, label: 'AI systems' },
              { href: recordHref, label: system.name },
            ]}
          />
        }
        reference={flow.ref}
        name={shorten(flow.purpose, 120)}
        badges={flow.archived ? <StatusBadge tone="neutral">Archived</StatusBadge> : undefined}
        summary={`Patient data into ${system.name}.`}
        actions={
          mayArchive ? (
            <ButtonLink
              href={withReturn(`/ai-systems/${system.id}/flows/${flow.id}/archive`, from)}
              icon="archive"
            >
              Archive
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="grid gap-8">
        {mayEdit ? (
          <FlowForm
            action={editFlowAction}
            values={flowValues(flow)}
            hidden={{ id: flow.id, version: String(flow.version), from }}
            citations={flowCitations()}
            vendors={await vendorChoices(actor, null)}
            draftKey={draftKey}
            draft={await readDraft(actor, draftKey)}
            submitLabel="Save"
            cancelHref={`${recordHref}#flows`}
          />
        ) : (
          <FlowFacts flow={flow} />
        )}
        <EvidenceSection actor={actor} kind={flowKind} id={flow.id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={flowKind} id={flow.id} />}
        >
          <HistoryTimeline history={flow.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

function FlowFacts({ flow }: { flow: FlowRow }) {
  const words = (options: readonly Option[], values: readonly string[]) =>
    values.map((value) => optionLabel(options, value)).join('; ')
  return (
    <Card>
      <DescriptionList
        facts={[
          { label: 'Used for', value: flow.purpose },
          { label: 'Goes to', value: flow.destination },
          { label: 'Kept', value: flow.retention },
          { label: 'Identifiers', value: words(identifiers, flow.identifiers) || noIdentifiers(flow) },
          { label: 'Clinical data', value: words(clinicalClasses, flow.clinicalClasses) || 'Not named yet' },
          { label: 'Why no less would do', value: flow.minimumNecessary },
          { label: 'De-identification', value: optionLabel(deidentifications, flow.deidentification) },
          { label: 'Trains the model', value: optionLabel(answers, flow.trainsModel) },
          { label: 'Needs authorization', value: optionLabel(answers, flow.authorization) },
        ]}
      />
    </Card>
  )
}
