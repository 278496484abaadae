import { getCampaign } from '#lib/training/detail-queries'
import { campaignTable } from '#lib/training/table'
import { conflictsOf } from '../edit-conflict.ts'
import { campaignValues } from './form-setup.ts'

export const { refusedDecision, refusedEdit } = conflictsOf({
  read: getCampaign,
  values: campaignValues,
  table: campaignTable,
  named: { courseId: 'course', 'siteIds[]': 'sites', 'groups[]': 'groups' },
})
