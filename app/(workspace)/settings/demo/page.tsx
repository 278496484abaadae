import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Section } from '#components/ui/section'
import { count, listInWords } from '#lib/base/text'
import { demoSignIns } from '#lib/flows/demo-practice'
import { requireActor } from '#lib/kernel/require-actor'
import { countDemo } from '#lib/practice/queries'
import { wipe } from '../actions.ts'
import { SettingsHeader } from '../settings-header.tsx'
import { WipeForm } from './wipe-form.tsx'

export const metadata: Metadata = { title: 'Demo data' }

export default async function DemoPage() {
  const actor = await requireActor('practice.wipe-demo')
  if (!actor.isDemo) notFound()
  const { people, sites, systems, vendors, events } = await countDemo(actor)
  const what = [
    count(people, 'person', 'people'),
    count(sites, 'site'),
    count(systems, 'AI system'),
    count(vendors, 'vendor'),
    `${count(events, 'entry', 'entries')} of the audit trail`,
  ]
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/demo"
        lede="Everything in this practice is made up, to look around in. Remove it when you start in earnest."
      />
      <Section title="Who can sign in here" level={2}>
        <DescriptionList
          facts={demoSignIns().map(({ who, email, password }) => ({
            label: who,
            value: (
              <>
                {email} · <span className="whitespace-nowrap">{password}</span>
              </>
            ),
          }))}
        />
      </Section>
      <Callout tone="danger" title={`Removing it deletes ${actor.practiceName} for good`}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{listInWords(what)} are deleted, and with them every file brought in and every due date.</li>
          <li>Everybody is signed out at once, you too, and nobody can sign in again.</li>
          <li>
            Only demo data can be deleted like this. When there is no other practice here, the next page sets
            up a new one.
          </li>
        </ul>
      </Callout>
      <div className="mt-6">
        <WipeForm action={wipe} practiceName={actor.practiceName} />
      </div>
    </>
  )
}
