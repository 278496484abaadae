import { getControl } from '#lib/controls/queries'
import { controlTable } from '#lib/controls/table'
import { conflictsOf } from '../edit-conflict.ts'
import { controlValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getControl,
  values: controlValues,
  table: controlTable,
})
