import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { can } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { todayFor } from '#lib/kernel/today'
import { actionKey } from '#lib/risks/due'
import { acceptances } from '#lib/risks/options'
import { may, mayKeep } from '#lib/risks/policy'
import { riskKind } from '#lib/risks/schema'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../load-risk.ts'
import { nextStep } from '../next-step.ts'
import { levelOption, scoreSentence } from '../score-words.ts'
import { BowTie } from './bow-tie.tsx'
import { RiskFacts, ScoreHistory } from './risk-facts.tsx'
import { RiskScores } from './risk-scores.tsx'
import { RiskAcceptance, RiskTreatment } from './risk-treatment.tsx'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'read', ({ title }) => title)
}

export default async function RiskDetailPage(page: RiskPage) {
  const { actor, risk, from, listHref } = await loadRisk(page, 'read')
  const today = todayFor(actor)
  const { id, siteIds } = risk
  const to = (path: string) => withReturn(`/risks/${id}/${path}`, from)
  const isLive = !risk.archived && !risk.closedOn
  const mayEdit = may(actor, 'edit', siteIds) && !risk.archived
  const keeps = mayKeep(actor, risk) && !risk.archived
  const mayClose = may(actor, 'close', siteIds) && !risk.archived
  const mayArchive = may(actor, 'archive', siteIds)
  const level = levelOption(risk.currentScore)
  const acceptance = acceptances.find(({ value }) => value === risk.acceptance)
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: listHref === '/' ? 'My work' : 'Risks' }]} />}
        reference={risk.ref}
        name={risk.title}
        badges={
          <>
            {risk.archived ? <StatusBadge tone="neutral">Archived</StatusBadge> : null}
            {risk.closedOn ? <StatusBadge tone="neutral">Closed</StatusBadge> : null}
            <StatusBadge tone={level.tone}>{level.label}</StatusBadge>
            {risk.beyondAppetite && isLive ? (
              <StatusBadge tone="danger">Beyond what we accept</StatusBadge>
            ) : null}
            {acceptance && 'tone' in acceptance && isLive ? (
              <StatusBadge tone={acceptance.tone}>{acceptance.label}</StatusBadge>
            ) : null}
          </>
        }
        summary={
          risk.closedOn
            ? `Closed on ${formatDay(risk.closedOn)}: ${risk.closeReason}`
            : risk.currentScore === null
              ? 'Nobody has scored it yet.'
              : `Now ${scoreSentence(risk, 'current')}.`
        }
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={to('edit')} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            {mayClose || mayArchive || (keeps && isLive) ? (
              <Menu label="More" icon="more" iconOnly>
                {keeps && isLive ? (
                  <MenuLink href={to('review')} icon="eye">
                    Look at it again…
                  </MenuLink>
                ) : null}
                {mayClose ? (
                  <MenuLink href={to('close')} icon={risk.closedOn ? 'restore' : 'check'}>
                    {risk.closedOn ? 'Open it again…' : 'Close it…'}
                  </MenuLink>
                ) : null}
                {mayArchive ? (
                  <MenuLink href={to('archive')} icon={risk.archived ? 'restore' : 'archive'}>
                    {risk.archived ? 'Restore…' : 'Archive…'}
                  </MenuLink>
                ) : null}
              </Menu>
            ) : null}
          </>
        }
      />
      {risk.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>It counts nowhere and has no duties. Its history stays, and it can be restored.</p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <BowTie risk={risk} />
        <RiskScores risk={risk} scoreHref={keeps && isLive ? to('score') : null} />
        <RecordColumns
          aside={
            <Section title="What is due" id="due">
              {risk.duties.length > 0 ? (
                <DueList
                  today={today}
                  items={risk.duties.map((duty) => {
                    const isAction = duty.key.startsWith(`${actionKey}:`)
                    const step = risk.steps.find((one) => one.id === duty.recordId)
                    const isTheirs = keeps || step?.ownerId === actor.personId
                    const next = nextStep(actor, { id: duty.recordId, siteIds, isTheirs }, duty.key, from)
                    return {
                      id: duty.id,
                      title: duty.title,
                      dueOn: duty.dueOn,
                      owner: (isAction ? step?.ownerName : null) ?? risk.ownerName ?? undefined,
                      status: dueStatus(duty.dueOn, today),
                      next: next ?? undefined,
                    }
                  })}
                />
              ) : (
                <p className="text-muted">Nothing is due.</p>
              )}
            </Section>
          }
        >
          <div className="grid gap-8">
            <RiskTreatment
              risk={risk}
              to={keeps ? to : null}
              today={today}
              mayOpenControls={can(actor, 'risk.read')}
            />
            <RiskAcceptance
              risk={risk}
              acceptHref={may(actor, 'accept', siteIds) && isLive ? to('accept') : null}
              endHref={mayEdit ? to('end-acceptance') : null}
            />
          </div>
        </RecordColumns>
        <RiskFacts actor={actor} risk={risk} requirementsHref={mayEdit ? to('requirements') : null} />
        <ScoreHistory past={risk.past} />
        <EvidenceSection actor={actor} kind={riskKind} id={id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={riskKind} id={id} />}
        >
          <HistoryTimeline history={risk.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}
