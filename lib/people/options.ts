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
