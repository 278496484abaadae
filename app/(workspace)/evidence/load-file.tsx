import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import type { FileOnRecord } from '#lib/evidence/queries'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { evidence } from '#lib/registry'
import { placeOf } from './place-of.ts'

export interface FilePage {
  params: Promise<{ id: string }>
}

interface LoadedFile extends FileOnRecord {
  actor: Actor
  /** The evidence on its record. */
  backHref: string
  crumbs: ReactNode
}

/** The file of the address for those who may read its record; the page for what does not exist otherwise. */
export async function loadFile(
  { params }: FilePage,
  permission: 'evidence.read' | 'evidence.add' | 'evidence.withdraw',
): Promise<LoadedFile> {
  const actor = await requireActor(permission)
  const { id } = await params
  const found = await evidence.get(actor, id)
  const place = found && (await placeOf(actor, found.record))
  if (!place) notFound()
  const crumbs = [
    ...place.crumbs,
    ...(permission === 'evidence.read' ? [] : [{ href: `/evidence/${id}/view`, label: found.file.title }]),
  ]
  return { ...found, actor, backHref: place.backHref, crumbs: <Breadcrumbs crumbs={crumbs} /> }
}
