import { type JobGroup, jobGroups } from './lesson.ts'

const names: Record<JobGroup, string> = {
  'front-desk': 'Front desk',
  nursing: 'Nurses and medical assistants',
  clinician: 'Clinicians',
  billing: 'Billing and coding',
  it: 'IT and security',
  manager: 'Managers and privacy officer',
  leadership: 'Owners and executives',
}

/** The work groups as choices. */
export const jobGroupOptions = jobGroups.map((value) => ({ value, label: names[value] }))

/** 'Everybody', or the names of these groups. */
export function groupsInWords(groups: readonly string[]): string {
  if (groups.length === 0) return 'Everybody'
  return jobGroupOptions.flatMap(({ value, label }) => (groups.includes(value) ? label : [])).join(', ')
}
