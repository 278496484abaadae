import type { Day } from '#lib/base/days'
import { answers } from '#lib/kernel/answers'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { associateCondition, associateState } from './gaps.ts'
import { associateStates, criticalities } from './options.ts'
import { vendorKind } from './schema.ts'

type Where = Prisma.VendorWhereInput

/** One vendor as lists, exports and imports see it. */
export interface VendorRow {
  id: string
  ref: string
  name: string
  website: string
  services: string
  criticality: string
  patientData: string
  notes: string
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  businessAssociate: string
  determinedOn: Day | null
  reviewedOn: Day | null
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, choice, day, person, reference } = fieldsOf<VendorRow, Where>()
const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const

/** The list of vendors, declared once. */
export const vendorTable = defineTable<VendorRow, Where>()({
  kind: vendorKind,
  path: '/vendors',
  one: 'vendor',
  many: 'vendors',
  defaultSort: 'name',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Name, reference, website or services',
  fields: {
    name: text('Name', 'name', {
      sort: ['name'],
      import: {
        required: true,
        aliases: ['Vendor', 'Vendor name', 'Company', 'Company name', 'Supplier', 'Business associate name'],
      },
    }),
    ref: reference('ref'),
    businessAssociate: {
      label: 'Business associate',
      options: associateStates,
      cell: (row) => optionLabel(associateStates, associateState(row)),
      filter: {
        by: 'options',
        options: associateStates.map(({ value, label }) => ({
          value,
          label: value === 'gap' ? 'Not determined, with patient data' : label,
        })),
        where: (values) => ({ OR: values.map(associateCondition) }),
      },
    },
    patientData: choice('Has patient data', 'patientData', answers, {
      import: { aliases: ['PHI', 'Patient data', 'PHI access', 'Access to PHI', 'Access to patient data'] },
    }),
    nextDue: {
      label: 'Next due',
      cell: (row) => (row.nextDueOn ? { day: row.nextDueOn } : null),
      sort: ['nextDueOn'],
      filter: {
        by: 'due',
        options: dueStatuses.map((value) => ({ value, label: dueStatusLabels[value] })),
        where: (values, { today }) => ({
          OR: values.map((value) => ({ nextDueOn: dueRange(value as DueStatus, today) })),
        }),
      },
    },
    owner: person('Owner', 'ownerId', 'ownerName', {
      import: {
        aliases: ['Vendor owner', 'Owner name', 'Responsible', 'Responsible person', 'Relationship owner'],
      },
    }),
    criticality: choice('Can do without it for', 'criticality', criticalities, {
      import: { aliases: ['Criticality', 'Critical', 'Importance', 'Tier'] },
    }),
    services: text('What it does for us', 'services', {
      import: { aliases: ['Services', 'Service', 'Description', 'Products', 'Product or service'] },
    }),
    backup: person('Backup', 'backupId', 'backupName', hidden('Backup owner', 'Deputy')),
    website: text('Website', 'website', hidden('Web site', 'URL', 'Web address', 'Homepage')),
    determinedOn: {
      label: 'Determined on',
      cell: (row) => (row.determinedOn ? { day: row.determinedOn } : null),
      column: 'hidden',
    },
    reviewedOn: day('Last reviewed on', 'reviewedOn', hidden('Last reviewed', 'Last review', 'Review date')),
    notes: text('Notes', 'notes', hidden('Comments', 'Remarks')),
  },
})
