import { DueList } from '#components/record/due-list'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { dueStatus } from '#lib/kernel/due'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import type { CampaignDetail } from '#lib/training/detail-queries'
import { occasions } from '#lib/training/options'
import type { CampaignPeople } from '#lib/training/people-queries'
import type { LoadedCampaign } from '../load-campaign.ts'
import { lateStep, nextStep } from '../next-step.ts'

/** What it is: the course, whom it is for, from when until when. */
export function CampaignFacts({ campaign }: { campaign: CampaignDetail }) {
  const { groups, siteNames, people, dueOn } = campaign
  const named = [
    ...people.filter(({ isIn }) => isIn).map(({ name }) => `with ${name}`),
    ...people.filter(({ isIn }) => !isIn).map(({ name }) => `without ${name}`),
  ]
  const names = named.length > 6 ? [...named.slice(0, 5), `${named.length - 5} more by name`] : named
  return (
    <Section title="What it is">
      <Card>
        <DescriptionList
          facts={[
            { label: 'Course', value: campaign.courseName },
            { label: 'Occasion', value: optionLabel(occasions, campaign.occasion) },
            ...(campaign.reason ? [{ label: 'What changed', value: campaign.reason }] : []),
            ...(campaign.changedOn ? [{ label: 'Since', value: formatDay(campaign.changedOn) }] : []),
            {
              label: 'Work groups',
              value:
                groups.length > 0
                  ? listInWords(groups.map((group) => optionLabel(jobGroupOptions, group)))
                  : 'Everybody',
            },
            { label: 'Sites', value: siteNames.length > 0 ? listInWords(siteNames) : 'All' },
            ...(names.length > 0 ? [{ label: 'By name', value: listInWords(names) }] : []),
            { label: 'Opens on', value: formatDay(campaign.opensOn) },
            {
              label: 'Sign by',
              value: dueOn ? formatDay(dueOn) : `${count(campaign.joinerDays, 'day')} from joining`,
            },
            { label: 'Those who join', value: `Have ${count(campaign.joinerDays, 'day')}` },
            { label: 'Site lead called in', value: `${count(campaign.escalateAfterDays, 'day')} late` },
            { label: 'Owner', value: campaign.ownerName },
            { label: 'Backup', value: campaign.backupName },
            ...(campaign.planName ? [{ label: 'Made by the plan', value: campaign.planName }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}

/** What its owner has to do, and the leads of sites who were called in. */
export function CampaignDue({
  loaded: { actor, campaign, from },
  people,
}: {
  loaded: LoadedCampaign
  people: CampaignPeople
}) {
  const today = todayFor(actor)
  const called = people.escalations.filter(({ doneOn }) => doneOn === null && campaign.state !== 'closed')
  return (
    <Section title="What is due" id="due">
      {campaign.duties.length > 0 ? (
        <DueList
          today={today}
          items={campaign.duties.map(({ id, key, title, dueOn, citation }) => ({
            ...{ id, title, dueOn, status: dueStatus(dueOn, today) },
            owner: campaign.ownerName ?? undefined,
            note: citation,
            next: nextStep(actor, campaign.id, campaign.state === 'planned' ? null : key, from) ?? undefined,
          }))}
        />
      ) : (
        <p className="text-muted">Nothing.</p>
      )}
      {called.length > 0 ? (
        <ul className="pt-4 grid gap-2">
          {called.map(({ id, siteId, site, lead, escalatedOn }) => {
            const step = lateStep(actor, campaign.id, siteId)
            return (
              <li key={id}>
                {site}: {lead ? `${lead} was called in` : 'nobody leads this site; the officers were told'} on{' '}
                {formatDay(escalatedOn)}. {step ? <a href={step.href}>{step.label}</a> : null}
              </li>
            )
          })}
        </ul>
      ) : null}
    </Section>
  )
}
