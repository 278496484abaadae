import { notFound } from 'next/navigation'
import { getSystem, type SystemDetail } from '#lib/ai-systems/queries'
import { systemTable } from '#lib/ai-systems/table'
import { type Actor, canAt, type Permission } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
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

/** The system of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadSystem(
  { params, searchParams }: SystemPage,
  permission: Permission,
): Promise<LoadedSystem> {
  const actor = await requireActor(permission)
  const { id } = await params
  const system = await getSystem(actor, id)
  if (!system) notFound()
  const siteIds = system.sites.map((site) => site.id)
  if (permission !== 'ai-system.read' && !canAt(actor, permission, siteIds)) notFound()
  const from = returnQuery(systemTable, (await searchParams).from)
  const recordHref = withReturn(`/ai-systems/${system.id}`, from)
  return { actor, system, siteIds, from, recordHref, listHref: `${systemTable.path}${from}` }
}
