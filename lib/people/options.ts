import { type Role, roles } from '#lib/kernel/access'
import type { Option } from '#lib/kernel/table'

/** The roles as choices, in the order in which a practice thinks of them. */
export const roleOptions: readonly Option<Role>[] = (
  Object.entries(roles) as [Role, (typeof roles)[Role]][]
).map(([value, { label }]) => ({ value, label }))

export const standings = [
  { value: 'works', label: 'Works here', tone: 'ok' },
  { value: 'left', label: 'Has left', tone: 'neutral' },
] as const satisfies readonly Option[]

export const signInStates = [
  { value: 'active', label: 'Can sign in', tone: 'ok' },
  { value: 'locked', label: 'Locked for now', tone: 'danger' },
  { value: 'invited', label: 'Invited', tone: 'attention' },
  { value: 'never', label: 'Never invited', tone: 'neutral' },
] as const satisfies readonly Option[]

export type SignInState = (typeof signInStates)[number]['value']

/** Lists can only ask whether somebody has a sign-in: an invitation and a lock pass with time. */
export const signInFilter = [
  { value: 'yes', label: 'Has a sign-in' },
  { value: 'no', label: 'No sign-in' },
] as const satisfies readonly Option[]

/** Two-letter codes of the states, the District and the territories. */
export const states: readonly Option[] = [
  ['AL', 'Alabama'],
  ['AK', 'Alaska'],
  ['AZ', 'Arizona'],
  ['AR', 'Arkansas'],
  ['CA', 'California'],
  ['CO', 'Colorado'],
  ['CT', 'Connecticut'],
  ['DE', 'Delaware'],
  ['DC', 'District of Columbia'],
  ['FL', 'Florida'],
  ['GA', 'Georgia'],
  ['HI', 'Hawaii'],
  ['ID', 'Idaho'],
  ['IL', 'Illinois'],
  ['IN', 'Indiana'],
  ['IA', 'Iowa'],
  ['KS', 'Kansas'],
  ['KY', 'Kentucky'],
  ['LA', 'Louisiana'],
  ['ME', 'Maine'],
  ['MD', 'Maryland'],
  ['MA', 'Massachusetts'],
  ['MI', 'Michigan'],
  ['MN', 'Minnesota'],
  ['MS', 'Mississippi'],
  ['MO', 'Missouri'],
  ['MT', 'Montana'],
  ['NE', 'Nebraska'],
  ['NV', 'Nevada'],
  ['NH', 'New Hampshire'],
  ['NJ', 'New Jersey'],
  ['NM', 'New Mexico'],
  ['NY', 'New York'],
  ['NC', 'North Carolina'],
  ['ND', 'North Dakota'],
  ['OH', 'Ohio'],
  ['OK', 'Oklahoma'],
  ['OR', 'Oregon'],
  ['PA', 'Pennsylvania'],
  ['RI', 'Rhode Island'],
  ['SC', 'South Carolina'],
  ['SD', 'South Dakota'],
  ['TN', 'Tennessee'],
  ['TX', 'Texas'],
  ['UT', 'Utah'],
  ['VT', 'Vermont'],
  ['VA', 'Virginia'],
  ['WA', 'Washington'],
  ['WV', 'West Virginia'],
  ['WI', 'Wisconsin'],
  ['WY', 'Wyoming'],
  ['PR', 'Puerto Rico'],
  ['GU', 'Guam'],
  ['VI', 'U.S. Virgin Islands'],
  ['AS', 'American Samoa'],
  ['MP', 'Northern Mariana Islands'],
].map(([value = '', label = '']) => ({ value, label }))
