import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { cadenceGroups, countOpenDuties, lengthInWords } from '#lib/flows/change-cadences'
import { cadenceLength } from '#lib/kernel/cadence'
import { requireActor } from '#lib/kernel/require-actor'
import { getSettings } from '#lib/practice/queries'
import { saveCadences } from '../actions.ts'
import { SettingsHeader } from '../settings-header.tsx'
import { CadencesForm } from './cadences-form.tsx'

export const metadata: Metadata = { title: 'How often things are due' }

export default async function CadencesPage() {
  const actor = await requireActor('practice.settings')
  const [settings, open] = await Promise.all([getSettings(actor), countOpenDuties(actor)])
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/cadences"
        lede={`Saving works out every due date anew, at once: ${count(open, 'open duty', 'open duties')} in this practice.`}
      />
      <CadencesForm
        key={settings.version}
        action={saveCadences}
        version={settings.version}
        groups={cadenceGroups.map(({ title, cadences }) => ({
          title,
          cadences: cadences.map((cadence) => ({
            name: `lengths.${cadence.key}`,
            label: cadence.label,
            why: cadence.why,
            unit: cadence.unit,
            length: String(cadenceLength(cadence, settings.cadences)),
            hint: `Standard is ${lengthInWords(cadence, cadence.standard)}. From ${cadence.min} to ${lengthInWords(cadence, cadence.max)}.`,
          })),
        }))}
      />
    </>
  )
}
