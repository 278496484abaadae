import type { Actor } from '#lib/kernel/access'
import { getRisk } from '#lib/risks/detail-queries'
import { riskTable } from '#lib/risks/table'
import { conflictsOf } from '../edit-conflict.ts'
import { riskValues } from './form-setup.ts'

/** What is done about a risk has forms of its own. */
async function read(actor: Actor, id: string) {
  const risk = await getRisk(actor, id)
  return risk && { ...risk, actions: [] }
}

export const { refusedDecision, refusedEdit } = conflictsOf({
  read,
  values: riskValues,
  table: riskTable,
  named: {
    'systemIds[]': 'system',
    'vendorIds[]': 'vendor',
    'siteIds[]': 'site',
    'controlIds[]': 'controls',
  },
})
