import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { may } from '#lib/agreements/policy'
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
type Deed = 'read' | 'edit' | 'archive'

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
  if (!actor || !(deed === 'read' ? can(actor, 'agreement.read') : may(actor, deed))) return null
  const agreement = await getAgreement(actor, id)
  return agreement && { actor, agreement }
})

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
  await requireActor(`agreement.${deed}`)
  const found = await findAgreement(deed, (await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.agreement.id, searchParams)) }
}

async function ways(id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(agreementTable, (await searchParams).from)
  return {
    from,
    recordHref: withReturn(`/agreements/${id}`, from),
    listHref: `${agreementTable.path}${from}`,
  }
}
