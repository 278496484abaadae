import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getSystem, type SystemDetail } from '#lib/ai-systems/queries'
import { type SystemToReview, systemToReview } from '#lib/ai-systems/review-queries'
import { systemTable } from '#lib/ai-systems/table'
import { type Actor, can, canAt, type Permission } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'

/** What Next gives to every page below one AI system. */
export interface SystemPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

export interface LoadedSystem {
  actor: Actor
  system: SystemDetail
  siteIds: string[]
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The system for those who may do this to it, read once per request; null for everybody else. */
const findSystem = cache(async (permission: Permission, id: string) => {
  const actor = await currentActor()
  const system = actor && can(actor, permission) ? await getSystem(actor, id) : null
  if (!actor || !system) return null
  const siteIds = system.sites.map((site) => site.id)
  if (permission !== 'ai-system.read' && !canAt(actor, permission, siteIds)) return null
  return { actor, system, siteIds }
})

/** The title of a page below a system; nothing of the system for those who may not open the page. */
export async function systemTitle(
  { params }: Pick<SystemPage, 'params'>,
  permission: Permission,
  titleOf: (system: SystemDetail) => string,
): Promise<Metadata> {
  const found = await findSystem(permission, (await params).id)
  return { title: found ? titleOf(found.system) : 'AI system' }
}

/** The system of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadSystem(
  { params, searchParams }: SystemPage,
  permission: Permission,
): Promise<LoadedSystem> {
  await requireActor(permission)
  const found = await findSystem(permission, (await params).id)
  if (!found) notFound()
  const { actor, system, siteIds } = found
  const from = returnQuery(systemTable, (await searchParams).from)
  const recordHref = withReturn(`/ai-systems/${system.id}`, from)
  return { actor, system, siteIds, from, recordHref, listHref: `${systemTable.path}${from}` }
}

/** The system for those who may record reviews of it, read once per request; null for everybody else. */
const findToReview = cache(async (id: string) => {
  const actor = await currentActor()
  const system = actor && (await systemToReview(actor, id))
  return actor && system ? { actor, system } : null
})

/** As `systemTitle`, for the pages that record a review. */
export async function reviewTitle(
  { params }: Pick<SystemPage, 'params'>,
  titleOf: (system: SystemToReview) => string,
): Promise<Metadata> {
  const found = await findToReview((await params).id)
  return { title: found ? titleOf(found.system) : 'AI system' }
}

/** As `loadSystem`, for the pages that record a review: its owner and its backup may, even where they cannot open its page. */
export async function loadToReview({ params, searchParams }: SystemPage) {
  await requireActor('ai-system.review-own')
  const found = await findToReview((await params).id)
  if (!found) notFound()
  const from = returnQuery(systemTable, (await searchParams).from)
  const recordHref = withReturn(`/ai-systems/${found.system.id}`, from)
  return { ...found, from, recordHref, listHref: `${systemTable.path}${from}` }
}
