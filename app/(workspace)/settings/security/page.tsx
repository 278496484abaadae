import type { Metadata } from 'next'
import { roles } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { roleOptions } from '#lib/people/options'
import { getSettings } from '#lib/practice/queries'
import { securityLimits } from '#lib/practice/schema'
import { citationOf } from '../../rule-citation.ts'
import { saveSecurity } from '../actions.ts'
import { SettingsHeader } from '../settings-header.tsx'
import { SecurityForm } from './security-form.tsx'

export const metadata: Metadata = { title: 'Sign-in rules' }

export default async function SecurityPage() {
  const actor = await requireActor('practice.settings')
  const settings = await getSettings(actor)
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/security"
        lede="These rules hold for everybody, from the next page they open."
      />
      <SecurityForm
        key={settings.version}
        action={saveSecurity}
        version={settings.version}
        values={{
          idleMinutes: [String(settings.idleMinutes)],
          sessionHours: [String(settings.sessionHours)],
          'mfaRoles[]': settings.mfaRoles,
        }}
        limits={securityLimits}
        roles={roleOptions.map(({ value, label }) => ({ value, label, hint: roles[value].does }))}
        rules={{ logoff: citationOf('automatic-logoff'), mfa: citationOf('mfa') }}
      />
    </>
  )
}
