import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { type Day, isDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { agreementsOfVendor } from '#lib/flows/vendor-agreements'
import { systemsOfVendor } from '#lib/flows/vendor-systems'
import { canAt } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { todayFor } from '#lib/kernel/today'
import { vendorChain } from '#lib/vendors/chain-queries'
import { lacksDetermination } from '#lib/vendors/gaps'
import { may } from '#lib/vendors/policy'
import type { VendorDetail } from '#lib/vendors/queries'
import { vendorKind } from '#lib/vendors/schema'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { RisksAboutRecord } from '../../risks-about.tsx'
import { citationOf } from '../../rule-citation.ts'
import { type LoadedVendor, loadVendor, type VendorPage, vendorTitle } from '../load-vendor.ts'
import { dutyRule, dutyStep } from '../next-step.ts'
import { VendorAgreements } from './vendor-agreements.tsx'
import { VendorChain } from './vendor-chain.tsx'
import { VendorDetermination } from './vendor-determination.tsx'
import { VendorFacts } from './vendor-facts.tsx'
import { VendorCertificates, VendorContacts } from './vendor-parts.tsx'
import { VendorQuestionnaires } from './vendor-questionnaires.tsx'
import { VendorSystems } from './vendor-systems.tsx'

export function generateMetadata(page: VendorPage): Promise<Metadata> {
  return vendorTitle(page, 'read', ({ name }) => name)
}

export default async function VendorDetailPage(page: VendorPage) {
  const loaded = await loadVendor(page, 'read')
  const { actor, vendor, from, listHref } = loaded
  const today = todayFor(actor)
  const [systems, chain, agreements] = await Promise.all([
    systemsOfVendor(actor, vendor.id),
    vendorChain(actor, vendor.id),
    agreementsOfVendor(actor, vendor.id),
  ])
  const to = (path: string) => withReturn(`/vendors/${vendor.id}/${path}`, from)
  const mayEdit = may(actor, 'edit') && !vendor.archived
  const change = mayEdit ? to : null
  const mayDetermine = may(actor, 'determine') && !vendor.archived
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Vendors' }]} />}
        reference={vendor.ref}
        name={vendor.name}
        badges={vendor.archived ? <StatusBadge tone="neutral">Archived</StatusBadge> : undefined}
        summary={inOneSentence(vendor, today)}
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={to('edit')} icon="edit">
                Edit
              </ButtonLink>
            ) : null}
            {may(actor, 'archive') ? (
              <Menu label="More" icon="more" iconOnly>
                <MenuLink href={to('archive')} icon={vendor.archived ? 'restore' : 'archive'}>
                  {vendor.archived ? 'Restore…' : 'Archive…'}
                </MenuLink>
              </Menu>
            ) : null}
          </>
        }
      />
      {vendor.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>
              It is no longer in the register and has no duties. Its history stays, and it can be restored.
            </p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns aside={<VendorDue loaded={loaded} today={today} />}>
          <VendorFacts vendor={vendor} />
          <VendorDetermination vendor={vendor} href={mayDetermine ? to('determine') : null} />
        </RecordColumns>
        <VendorAgreements
          isAssociate={vendor.businessAssociate === 'yes' && chain.usedBy.length === 0}
          agreements={agreements}
          addHref={
            canAt(actor, 'agreement.edit', []) && !vendor.archived
              ? `/agreements/new?vendor=${vendor.id}`
              : null
          }
        />
        <VendorSystems systems={systems} />
        <VendorChain name={vendor.name} chain={chain} to={change} />
        <VendorCertificates vendor={vendor} to={change} today={today} />
        <VendorContacts vendor={vendor} to={change} />
        <VendorQuestionnaires actor={actor} vendor={vendor} />
        <RisksAboutRecord actor={actor} kind="vendor" id={vendor.id} addHref={null} />
        <EvidenceSection actor={actor} kind={vendorKind} id={vendor.id} />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={vendorKind} id={vendor.id} />}
        >
          <HistoryTimeline history={vendor.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Whether it is all right, in what the page then explains. */
function inOneSentence(vendor: VendorDetail, today: Day): string {
  if (vendor.archived) return 'It is archived: out of the register, and nothing is due.'
  const overdue = vendor.duties.filter(
    ({ dueOn }) => isDay(dueOn) && dueStatus(dueOn, today) === 'overdue',
  ).length
  return [
    overdue > 0 ? `${count(overdue, 'thing')} overdue.` : 'Nothing is overdue.',
    lacksDetermination(vendor)
      ? 'It has patient data, and nobody has decided whether it is a business associate.'
      : '',
    vendor.patientData === 'unknown' ? 'Whether it has patient data is not known yet.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function VendorDue({ loaded: { actor, vendor, from }, today }: { loaded: LoadedVendor; today: Day }) {
  return (
    <Section title="What is due" id="due">
      {vendor.duties.length > 0 ? (
        <DueList
          today={today}
          items={vendor.duties.flatMap(({ id, key, title, dueOn }) => {
            if (!isDay(dueOn)) return []
            const rule = dutyRule(key)
            return [
              {
                id,
                title,
                dueOn,
                status: dueStatus(dueOn, today),
                owner: vendor.ownerName ?? undefined,
                rule: rule ? citationOf(rule) : undefined,
                next: dutyStep(actor, vendor, key, from) ?? undefined,
              },
            ]
          })}
        />
      ) : (
        <p className="text-muted">Nothing: archived vendors have no duties.</p>
      )}
    </Section>
  )
}
