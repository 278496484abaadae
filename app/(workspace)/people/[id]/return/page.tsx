import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#components/ui/section'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { takeBack } from '../../actions.ts'
import { type PersonPageProps, personOfPage } from '../person-page.tsx'
import { ReturnForm } from './return-form.tsx'

export const metadata: Metadata = { title: 'Somebody is back' }

export default async function ReturnPage(props: PersonPageProps) {
  const actor = await requireActor('person.deactivate')
  const { person, siteIds, from, href, crumbs } = await personOfPage(props)
  if (person.active || person.archived || !canAt(actor, 'person.deactivate', siteIds)) notFound()
  const hasAccount = person.signIn === 'active' || person.signIn === 'locked'
  return (
    <>
      <PageHeader
        title={`${person.name} works here again`}
        lede={`They have no role until you give them one.${hasAccount ? ' They sign in with the password they had.' : ''} What they once looked after stays with whoever has it now.`}
        crumbs={crumbs}
      />
      <ReturnForm
        action={takeBack}
        person={{ id: person.id, version: person.version }}
        from={from}
        backHref={href}
      />
    </>
  )
}
