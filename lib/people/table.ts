import { type Day, dateOf } from '#lib/base/days'
import { isRole, roles } from '#lib/kernel/access'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { roleOptions, type SignInState, signInFilter, signInStates, standings } from './options.ts'
import { personKind } from './schema.ts'

type Where = Prisma.PersonWhereInput

/** A role that a person holds, everywhere or at some sites. */
export interface HeldRow {
  role: string
  sites: 'all' | readonly { id: string; name: string }[]
  /** Last day on which it counts. */
  until: Day | null
}

/** One person as lists, exports and imports see them. Absent words are ''. */
export interface PersonRow {
  id: string
  ref: string
  name: string
  email: string
  jobTitle: string
  staffNumber: string
  startedOn: Day | null
  leftOn: Day | null
  active: boolean
  archived: boolean
  version: number
  sites: readonly { id: string; name: string }[]
  /** Roles that count today. */
  roles: readonly HeldRow[]
  signIn: SignInState
}

/** 'Site lead (Downtown)'. */
function heldInWords({ role, sites }: HeldRow): string {
  const label = isRole(role) ? roles[role].label : role
  return sites === 'all' ? label : `${label} (${sites.map(({ name }) => name).join(', ')})`
}

const { text, day, reference } = fieldsOf<PersonRow, Where>()

const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const
const standing = (row: PersonRow) => (row.active ? 'works' : 'left')

/** The list of people, declared once. */
export const personTable = defineTable<PersonRow, Where>()({
  kind: personKind,
  path: '/people',
  one: 'person',
  many: 'people',
  defaultSort: 'name',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Name, e-mail, job or staff number',
  fields: {
    name: text('Name', 'name', {
      sort: ['name'],
      import: {
        required: true,
        aliases: ['Full name', 'First and last name', 'Employee', 'Employee name', 'Staff name', 'Person'],
      },
    }),
    ref: {
      ...reference('ref'),
      import: {
        value: (row) => row.ref,
        parse: 'key',
        aliases: ['ID', 'Ref'],
        hint: 'Finds the person that a row updates. Without it: e-mail, then staff number, then name. Roles are not taken from files: give them on the person’s page.',
      },
    },
    jobTitle: text('Job title', 'jobTitle', {
      sort: ['jobTitle'],
      import: { aliases: ['Title', 'Position', 'Job', 'Occupation'] },
    }),
    sites: {
      label: 'Sites',
      cell: (row) => ({ list: row.sites.map((site) => site.name) }),
      filter: { by: 'site', where: (values) => ({ sites: { some: { siteId: { in: [...values] } } } }) },
      import: {
        value: (row) => row.sites.map((site) => site.id).sort(),
        aliases: ['Site', 'Location', 'Locations', 'Clinic', 'Office'],
        parse: 'sites',
        hint: 'Site names separated by semicolons; empty means the whole practice.',
      },
    },
    roles: {
      label: 'Roles',
      cell: (row) => ({ list: row.roles.map(heldInWords) }),
      options: roleOptions,
      filter: {
        by: 'options',
        options: roleOptions,
        where: (values, { today }) => ({
          roles: {
            some: { role: { in: [...values] }, OR: [{ until: null }, { until: { gte: dateOf(today) } }] },
          },
        }),
      },
    },
    signIn: {
      label: 'Sign-in',
      cell: (row) => optionLabel(signInStates, row.signIn),
      filter: {
        by: 'options',
        options: signInFilter,
        where: (values) => ({
          OR: values.map((value) => ({ account: value === 'yes' ? { isNot: null } : { is: null } })),
        }),
      },
    },
    email: text('E-mail', 'email', {
      sort: ['email'],
      import: { aliases: ['Email', 'E-mail address', 'Email address', 'Work email', 'Mail'] },
    }),
    staffNumber: text('Staff number', 'staffNumber', {
      ...hidden('Employee ID', 'Employee number', 'Staff ID', 'Personnel number', 'Badge number'),
    }),
    standing: {
      label: 'Works here',
      cell: (row) => optionLabel(standings, standing(row)),
      filter: {
        by: 'options',
        options: standings,
        where: (values) => ({ OR: values.map((value) => ({ active: value === 'works' })) }),
      },
      column: 'hidden',
    },
    startedOn: day('Started on', 'startedOn', {
      sort: ['startedOn'],
      ...hidden('Start date', 'Hire date', 'Hired', 'Date of hire'),
    }),
    leftOn: day('Left on', 'leftOn', {
      column: 'hidden',
      import: {
        whenEmpty: 'kept',
        aliases: ['End date', 'Termination date', 'Last day', 'Left'],
        hint: 'Last working day. Somebody with duties, roles or a sign-in stays until you hand those over on their page.',
      },
    }),
  },
})
