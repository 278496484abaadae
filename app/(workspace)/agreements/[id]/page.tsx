import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { agreementStatuses } from '#lib/agreements/options'
import { may, mayKeep } from '#lib/agreements/policy'
import { agreementKind } from '#lib/agreements/schema'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { todayFor } from '#lib/kernel/today'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { citationOf } from '../../rule-citation.ts'
import { type AgreementPage, agreementTitle, loadAgreement } from '../load-agreement.ts'
import { dutyRule, nextStep } from '../next-step.ts'
import { AgreementClauses } from './agreement-clauses.tsx'
import { AgreementFacts } from './agreement-facts.tsx'
import { standing } from './standing.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'read', ({ title, vendorName }) => `${title}, ${vendorName}`)
}

export default async function AgreementDetailPage(page: AgreementPage) {
  const { actor, agreement, from, listHref } = await loadAgreement(page, 'read')
  const today = todayFor(actor)
  const { id } = agreement
  const to = (path: string) => withReturn(`/agreements/${id}/${path}`, from)
  const mayEdit = may(actor, 'edit') && !agreement.archived
  const keeps = mayKeep(actor, agreement) && !agreement.archived
  const status = agreementStatuses.find(({ value }) => value === agreement.status)
  return (
    <>
      <RecordHeader
        crumbs={
          <Breadcrumbs crumbs={[{ href: listHref, label: listHref === '/' ? 'My work' : 'Agreements' }]} />
        }
        reference={agreement.ref}
        name={agreement.title}
        badges={
          agreement.archived ? (
            <StatusBadge tone="neutral">Archived</StatusBadge>
          ) : status ? (
            <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
          ) : undefined
        }
        summary={standing(agreement, today)}
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={to('edit')} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            {mayEdit || may(actor, 'archive') ? (
              <Menu label="More" icon="more" iconOnly>
                {mayEdit && agreement.signedOn ? (
                  <MenuLink href={`/agreements/new?after=${id}`} icon="plus">
                    Enter the next one…
                  </MenuLink>
                ) : null}
                {mayEdit && agreement.signedOn && agreement.status !== 'terminated' ? (
                  <MenuLink href={to('terminate')} icon="close">
                    End it…
                  </MenuLink>
                ) : null}
                {may(actor, 'archive') ? (
                  <MenuLink href={to('archive')} icon={agreement.archived ? 'restore' : 'archive'}>
                    {agreement.archived ? 'Restore…' : 'Archive…'}
                  </MenuLink>
                ) : null}
              </Menu>
            ) : null}
          </>
        }
      />
      {agreement.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>It covers nothing and has no duties. Its history stays, and it can be restored.</p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns
          aside={
            <Section title="What is due" id="due">
              {agreement.duties.length > 0 ? (
                <DueList
                  today={today}
                  items={agreement.duties.map((duty) => {
                    const step = nextStep(actor, { id, isTheirs: keeps }, duty.key, from)
                    const rule = dutyRule(duty.key)
                    return {
                      id: duty.id,
                      title: duty.title,
                      dueOn: duty.dueOn,
                      owner: agreement.ownerName ?? undefined,
                      status: dueStatus(duty.dueOn, today),
                      ...(rule ? { rule: citationOf(rule) } : {}),
                      next: step ?? undefined,
                    }
                  })}
                />
              ) : (
                <p className="text-muted">Nothing is due.</p>
              )}
            </Section>
          }
        >
          <AgreementFacts agreement={agreement} />
        </RecordColumns>
        <AgreementClauses agreement={agreement} href={keeps ? to('clauses') : null} />
        <EvidenceSection actor={actor} kind={agreementKind} id={id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={agreementKind} id={id} />}
        >
          <HistoryTimeline history={agreement.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}
