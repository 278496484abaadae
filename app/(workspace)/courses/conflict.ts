import { getCourse } from '#lib/courses/queries'
import { courseTable } from '#lib/courses/table'
import { conflictsOf } from '../edit-conflict.ts'
import { courseValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getCourse,
  values: courseValues,
  table: courseTable,
  named: { 'groups[]': 'groups' },
})
