import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type ControlToKeep, controlToKeep } from '#lib/controls/keep-queries'
import { may } from '#lib/controls/policy'
import { type ControlDetail, getControl } from '#lib/controls/queries'
import { controlTable } from '#lib/controls/table'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'

/** What Next gives to every page below one control. */
export interface ControlPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

/** What a page does with a control: shows it, or changes it in a way that `may` names. */
type Deed = 'read' | 'edit' | 'archive'

export interface LoadedControl {
  actor: Actor
  control: ControlDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The control for those who may do this to it, read once per request; null for everybody else. */
const findControl = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  if (!actor || !(deed === 'read' ? can(actor, 'control.read') : may(actor, deed))) return null
  const control = await getControl(actor, id)
  return control && { actor, control }
})

/** The title of a page below a control; nothing of the control for those who may not open the page. */
export async function controlTitle(
  { params }: Pick<ControlPage, 'params'>,
  deed: Deed,
  titleOf: (control: ControlDetail) => string,
): Promise<Metadata> {
  const found = await findControl(deed, (await params).id)
  return { title: found ? titleOf(found.control) : 'Control' }
}

/** The control of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadControl({ params, searchParams }: ControlPage, deed: Deed): Promise<LoadedControl> {
  await requireActor(`control.${deed}`)
  const found = await findControl(deed, (await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.control.id, searchParams)) }
}

async function ways(id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(controlTable, (await searchParams).from)
  return { from, recordHref: withReturn(`/controls/${id}`, from), listHref: `${controlTable.path}${from}` }
}

/** The control for those who may test it and say how far it is, read once per request; null for everybody else. */
const findToKeep = cache(async (id: string) => {
  const actor = await currentActor()
  const control = actor && (await controlToKeep(actor, id))
  return actor && control ? { actor, control } : null
})

/** As `controlTitle`, for the pages that record a test or how far it is. */
export async function keepTitle(
  { params }: Pick<ControlPage, 'params'>,
  titleOf: (control: ControlToKeep) => string,
): Promise<Metadata> {
  const found = await findToKeep((await params).id)
  return { title: found ? titleOf(found.control) : 'Control' }
}

/** As `loadControl`, for the pages that record a test or how far it is: its owner and its backup may, even where they cannot open its page. */
export async function loadToKeep({ params, searchParams }: ControlPage) {
  await requireActor('control.keep-own')
  const found = await findToKeep((await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.control.id, searchParams)) }
}
