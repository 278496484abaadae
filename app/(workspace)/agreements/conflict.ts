import { getAgreement } from '#lib/agreements/queries'
import { agreementTable } from '#lib/agreements/table'
import { conflictsOf } from '../edit-conflict.ts'
import { agreementValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getAgreement,
  values: agreementValues,
  table: agreementTable,
  named: { upstreamId: 'upstream', 'systemIds[]': 'systems', 'flowIds[]': 'flows' },
})
