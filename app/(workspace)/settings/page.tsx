import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Section } from '#components/ui/section'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { timeZones, usStates } from '#lib/people/places'
import { getSettings } from '#lib/practice/queries'
import { HistoryTimeline } from '../history-timeline.tsx'
import { saveFacts } from './actions.ts'
import { FactsForm } from './facts-form.tsx'
import { SettingsHeader } from './settings-header.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const actor = await requireActor('workspace.enter')
  if (!can(actor, 'practice.settings')) {
    if (can(actor, 'site.edit')) redirect('/settings/sites')
    notFound()
  }
  const settings = await getSettings(actor)
  return (
    <>
      <SettingsHeader actor={actor} current="/settings" />
      <FactsForm
        key={settings.version}
        action={saveFacts}
        version={settings.version}
        values={{ name: [settings.name], timeZone: [settings.timeZone], 'states[]': settings.states }}
        states={chosenFirst(settings.states)}
        timeZones={timeZones}
      />
      {settings.history.length > 0 ? (
        <div className="mt-8">
          <Section title="History" lede="What was changed in these settings, and by whom.">
            <HistoryTimeline history={settings.history} timeZone={actor.timeZone} />
          </Section>
        </div>
      ) : null}
    </>
  )
}

/** The practice's own states stand at the top of the long list. */
function chosenFirst(chosen: readonly string[]) {
  const rank = ({ value }: { value: string }) => (chosen.includes(value) ? 0 : 1)
  return usStates.toSorted((a, b) => rank(a) - rank(b))
}
