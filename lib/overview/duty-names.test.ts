import { expect, test } from 'vitest'
import { systemDuties } from '#lib/ai-systems/due'
import { systemKind } from '#lib/ai-systems/schema'
import { day } from '#lib/base/days'
import { evidenceKind } from '#lib/kernel/renewals'
import { dutyNames } from './duty-names.ts'

test('every duty of an AI system and of its files has a name, and no name is left over', () => {
  const facts = {
    stage: 'in-use',
    tier: 'high',
    archived: false,
    proposedOn: day('2026-01-01'),
    registeredOn: day('2026-01-01'),
    approvedOn: day('2026-02-01'),
    reviewedOn: day('2026-02-01'),
    dataReviewedOn: null,
    logsReviewedOn: null,
    flows: [{ deidentification: 'none' }],
  }
  const keys = systemDuties(facts, {}).map(({ key }) => `${systemKind}.${key}`)
  // Of files on records: lib/kernel/renewals.ts.
  keys.push(`${evidenceKind}.renew`)
  expect([...new Set(keys)].sort()).toEqual(dutyNames.map(({ value }) => value).sort())
})
