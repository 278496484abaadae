import { getSystem, type SystemDetail } from '#lib/ai-systems/queries'
import { safeguards } from '#lib/ai-systems/safeguards'
import { systemTable } from '#lib/ai-systems/table'
import { conflictsOf } from '../edit-conflict.ts'
import { systemValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getSystem,
  values: systemValues,
  table: systemTable,
  named: {
    vendorName: 'vendor',
    'siteIds[]': 'sites',
    'protectedInputs[]': 'protectedInputs',
    ...Object.fromEntries(
      safeguards.map(({ key }) => [`safeguards.${key}.state`, `safeguard-${key}` as const] as const),
    ),
  },
  besides: savedNote,
})

/** The note on a safeguard stands in no column. */
function savedNote(record: SystemDetail, field: string) {
  const [, key] = /^safeguards\.(.+)\.note$/.exec(field) ?? []
  if (!key) return null
  const label = safeguards.find((safeguard) => safeguard.key === key)?.label ?? key
  return { label: `Note on ${label}`, text: systemValues(record)[field]?.[0] ?? '' }
}
