import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { type CampaignDetail, getCampaign } from '#lib/training/detail-queries'
import { mayEdit } from '#lib/training/policy'
import { campaignTable } from '#lib/training/table'

/** What Next gives to every page below one campaign. */
export interface CampaignPage {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

/** What a page does with a campaign. */
type Deed = 'read' | 'edit' | 'archive' | 'keep'

export interface LoadedCampaign {
  actor: Actor
  campaign: CampaignDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

function may(actor: Actor, deed: Deed): boolean {
  if (deed === 'edit' || deed === 'archive') return can(actor, `training.${deed}`) && mayEdit(actor)
  return can(actor, `training.${deed}`)
}

/** The campaign for those who may do this to it, read once per request; null for everybody else. */
const findCampaign = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  if (!actor || !may(actor, deed)) return null
  const campaign = await getCampaign(actor, id)
  return campaign && { actor, campaign }
})

/** The title of a page below a campaign; nothing of it for those who may not open the page. */
export async function campaignTitle(
  { params }: Pick<CampaignPage, 'params'>,
  deed: Deed,
  titleOf: (campaign: CampaignDetail) => string,
): Promise<Metadata> {
  const found = await findCampaign(deed, (await params).id)
  return { title: found ? titleOf(found.campaign) : 'Campaign' }
}

/** The campaign of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadCampaign(
  { params, searchParams }: CampaignPage,
  deed: Deed,
): Promise<LoadedCampaign> {
  await requireActor(`training.${deed}`)
  const found = await findCampaign(deed, (await params).id)
  if (!found) notFound()
  const from = returnQuery(campaignTable, (await searchParams).from)
  const { id } = found.campaign
  return {
    ...found,
    ...{ from, recordHref: withReturn(`/training/${id}`, from), listHref: `${campaignTable.path}${from}` },
  }
}
