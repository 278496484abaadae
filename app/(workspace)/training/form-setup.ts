import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { personChoices, siteOptions } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { CampaignDetail } from '#lib/training/detail-queries'
import { audienceReach, courseChoices } from '#lib/training/form-queries'
import { type FormValues, listIn, textIn } from '../form-values.ts'

/** Days that a new campaign is open. */
const daysOpen = 30

/** What a form for a new campaign starts with: for everybody, from tomorrow on, owned by whoever makes it. */
export function newValues(actor: Actor): FormValues {
  const opensOn = addDays(todayFor(actor), 1)
  return {
    ...{ occasion: ['round'], opensOn: [opensOn], dueOn: [addDays(opensOn, daysOpen)] },
    ...{ joinerDays: ['30'], escalateAfterDays: ['7'], ownerId: [actor.personId] },
  }
}

/** A stored campaign as its form shows it. */
export function campaignValues(campaign: CampaignDetail): FormValues {
  return {
    title: [campaign.title],
    courseId: [campaign.courseId],
    occasion: [campaign.occasion],
    reason: [campaign.reason],
    changedOn: [campaign.changedOn ?? ''],
    'groups[]': campaign.groups,
    'siteIds[]': campaign.siteIds,
    opensOn: [campaign.opensOn],
    dueOn: [campaign.dueOn ?? ''],
    joinerDays: [String(campaign.joinerDays)],
    escalateAfterDays: [String(campaign.escalateAfterDays)],
    ownerId: [campaign.ownerId ?? ''],
    backupId: [campaign.backupId ?? ''],
  }
}

/** Whom a form names: as owner or backup, and to be taken in or left out. */
export const namedIn = (values: FormValues | undefined) => [
  ...[values?.ownerId?.[0], values?.backupId?.[0]],
  ...(values?.['takeIn[]'] ?? []),
  ...(values?.['leaveOut[]'] ?? []),
]

/** What both forms offer. `draft`: what was typed before, and comes back. */
export async function formSetup(
  actor: Actor,
  campaign: CampaignDetail | null,
  draft: KeptDraft | null,
  values: FormValues,
) {
  const [people, sites, courses, reach] = await Promise.all([
    personChoices(actor, {
      stored: [campaign?.ownerId ?? actor.personId, campaign?.backupId ?? null],
      entered: namedIn(draft?.values),
    }),
    siteOptions(actor, { keep: campaign?.siteIds ?? [] }),
    courseChoices(actor, campaign?.courseId ?? null),
    audienceReach(actor, {
      groups: listIn(values, 'groups[]'),
      siteIds: listIn(values, 'siteIds[]'),
      joinedSince: textIn(values, 'occasion') === 'joining' ? textIn(values, 'opensOn') : '',
    }),
  ])
  return { people, sites, courses, reach }
}
