import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can, type Permission } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { getRisk, type RiskDetail, riskOfAction } from '#lib/risks/detail-queries'
import { type Deed, may, mayKeep } from '#lib/risks/policy'
import { riskTable } from '#lib/risks/table'

/** What Next gives to every page below one risk. */
export interface RiskPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

/** What a page does with a risk: shows it, sees to it, or changes it in a way that `may` names. */
type Does = 'read' | 'keep' | Deed

export interface LoadedRisk {
  actor: Actor
  risk: RiskDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The risk for those who may do this to it, read once per request; null for everybody else. */
const findRisk = cache(async (does: Does, id: string) => {
  const actor = await currentActor()
  const risk = actor && (await getRisk(actor, id))
  return risk && isAllowed(actor, does, risk) ? { actor, risk } : null
})

function isAllowed(actor: Actor, does: Does, risk: RiskDetail): boolean {
  if (does === 'read') return true
  return does === 'keep' ? mayKeep(actor, risk) : may(actor, does, risk.siteIds)
}

/** The title of a page below a risk; nothing of the risk for those who may not open the page. */
export async function riskTitle(
  { params }: Pick<RiskPage, 'params'>,
  does: Does,
  titleOf: (risk: RiskDetail) => string,
): Promise<Metadata> {
  const found = await findRisk(does, (await params).id)
  return { title: found ? titleOf(found.risk) : 'Risk' }
}

/** The risk of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadRisk({ params, searchParams }: RiskPage, does: Does): Promise<LoadedRisk> {
  // Who owns a risk may see it without reading the register.
  const permission: Permission =
    does === 'read' ? 'workspace.enter' : does === 'keep' ? 'risk.keep-own' : `risk.${does}`
  const actor = await requireActor(permission)
  const found = await findRisk(does, (await params).id)
  if (!found) {
    // Duties of actions carry the action's id.
    const ofAction = does === 'read' ? await riskOfAction(actor, (await params).id) : null
    if (ofAction) redirect(`/risks/${ofAction}#actions`)
    notFound()
  }
  return { ...found, ...(await ways(actor, found.risk.id, searchParams)) }
}

async function ways(actor: Actor, id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(riskTable, (await searchParams).from)
  return {
    from,
    recordHref: withReturn(`/risks/${id}`, from),
    listHref: can(actor, 'risk.read') ? `${riskTable.path}${from}` : '/',
  }
}
