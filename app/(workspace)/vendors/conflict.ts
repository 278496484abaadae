import { getVendor } from '#lib/vendors/queries'
import { vendorTable } from '#lib/vendors/table'
import { conflictsOf } from '../edit-conflict.ts'
import { vendorValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getVendor,
  values: vendorValues,
  table: vendorTable,
})
