import { type CampaignRow, campaignTable } from './table.ts'

const told = [
  'title',
  'course',
  'occasion',
  'reason',
  'groups',
  'sites',
  'opensOn',
  'dueOn',
  'owner',
  'backup',
] as const

/** What changed between two states of a campaign, for its history. */
export function changesInWords(before: CampaignRow, after: CampaignRow): string {
  const changed = told.flatMap((key) => {
    const { label, cell } = campaignTable.fields[key]
    return JSON.stringify(cell(before)) === JSON.stringify(cell(after)) ? [] : label.toLowerCase()
  })
  return changed.length > 0 ? `Changed ${changed.join(', ')}` : 'Saved it without changes'
}
