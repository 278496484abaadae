import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { may, mayKeep } from '#lib/agreements/policy'
import { type AgreementDetail, getAgreement } from '#lib/agreements/queries'
import { agreementTable } from '#lib/agreements/table'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'

/** What Next gives to every page below one agreement. */
export interface AgreementPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

/** What a page does with an agreement: shows it, or changes it in a way that `may` names. */
type Deed = 'read' | 'keep' | 'edit' | 'archive'

export interface LoadedAgreement {
  actor: Actor
  agreement: AgreementDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The agreement for those who may do this to it, read once per request; null for everybody else. */
const findAgreement = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  const agreement = actor && (await getAgreement(actor, id))
  return agreement && isAllowed(actor, deed, agreement) ? { actor, agreement } : null
})

function isAllowed(actor: Actor, deed: Deed, agreement: AgreementDetail): boolean {
  if (deed === 'read') return true
  return deed === 'keep' ? mayKeep(actor, agreement) : may(actor, deed)
}

/** The title of a page below an agreement; nothing of the agreement for those who may not open the page. */
export async function agreementTitle(
  { params }: Pick<AgreementPage, 'params'>,
  deed: Deed,
  titleOf: (agreement: AgreementDetail) => string,
): Promise<Metadata> {
  const found = await findAgreement(deed, (await params).id)
  return { title: found ? titleOf(found.agreement) : 'Agreement' }
}

/** The agreement of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadAgreement(
  { params, searchParams }: AgreementPage,
  deed: Deed,
): Promise<LoadedAgreement> {
  // Who owns an agreement may see it without reading the register.
  const actor = await requireActor(
    deed === 'read' ? 'workspace.enter' : deed === 'keep' ? 'agreement.keep-own' : `agreement.${deed}`,
  )
  const found = await findAgreement(deed, (await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(actor, found.agreement.id, searchParams)) }
}

async function ways(actor: Actor, id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(agreementTable, (await searchParams).from)
  return {
    from,
    recordHref: withReturn(`/agreements/${id}`, from),
    listHref: can(actor, 'agreement.read') ? `${agreementTable.path}${from}` : '/',
  }
}
