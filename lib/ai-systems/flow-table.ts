import { answers } from '#lib/kernel/answers'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'
import type { Prisma } from '#lib/platform/prisma/client'
import { clinicalClasses, deidentifications, flowKind } from './flow-schema.ts'
import { stages } from './options.ts'

type Where = Prisma.PhiFlowWhereInput

/** One patient data flow as lists, exports and imports see it. */
export interface FlowRow {
  id: string
  ref: string
  systemId: string
  systemRef: string
  systemName: string
  systemStage: string
  purpose: string
  identifiers: readonly string[]
  clinicalClasses: readonly string[]
  destination: string
  minimumNecessary: string
  deidentification: string
  retention: string
  trainsModel: string
  authorization: string
  /** The vendors it goes to besides the system's own. */
  vendors: readonly { id: string; ref: string; name: string }[]
  archived: boolean
  version: number
}

const { text, choice, choices, reference } = fieldsOf<FlowRow, Where>()
const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const

/** The list of patient data flows across all AI systems, declared once. */
export const flowTable = defineTable<FlowRow, Where>()({
  kind: flowKind,
  path: '/phi-flows',
  one: 'patient data flow',
  many: 'patient data flows',
  defaultSort: 'purpose',
  search: (words) => ({
    OR: [
      { purpose: { contains: words, mode: 'insensitive' } },
      { destination: { contains: words, mode: 'insensitive' } },
      { system: { searchText: { contains: words.toLowerCase() } } },
    ],
  }),
  searchHint: 'Purpose, destination or AI system',
  fields: {
    purpose: text('Purpose', 'purpose', {
      sort: ['purpose'],
      import: { required: true, aliases: ['Data use', 'Description'] },
    }),
    ref: reference('ref'),
    system: {
      label: 'AI system',
      cell: (row) => row.systemRef,
      import: {
        value: (row) => row.systemId,
        aliases: ['System', 'AI system reference'],
        parse: 'system',
        required: true,
        hint: 'Its reference (AI-014) or its name.',
      },
      column: 'file',
    },
    systemName: { label: 'AI system name', cell: (row) => row.systemName },
    systemStage: {
      label: 'Stage',
      options: stages,
      cell: (row) => optionLabel(stages, row.systemStage),
      filter: {
        by: 'options',
        options: stages,
        where: (values) => ({ system: { stage: { in: [...values] } } }),
      },
    },
    identifiers: choices('Identifiers', 'identifiers', identifiers, {
      import: { aliases: ['PHI identifiers', 'Data elements'] },
    }),
    clinicalClasses: choices(
      'Clinical data',
      'clinicalClasses',
      clinicalClasses,
      hidden('Data classes', 'Clinical classes'),
    ),
    destination: text('Where it goes', 'destination', {
      sort: ['destination'],
      import: { aliases: ['Destination', 'Recipient', 'Vendor'] },
    }),
    vendors: {
      label: 'Goes to vendors',
      cell: (row) => ({ list: row.vendors.map(({ ref }) => ref) }),
      import: {
        value: (row) => row.vendors.map(({ id }) => id).toSorted(),
        parse: 'vendors',
        aliases: ['Vendors', 'Recipients', 'Also goes to'],
        hint: 'Besides the vendor of the AI system: references or names, separated by semicolons.',
      },
      column: 'file',
    },
    vendorNames: {
      label: 'Also goes to',
      cell: (row) => ({ list: row.vendors.map(({ name }) => name) }),
      column: 'hidden',
    },
    deidentification: choice('De-identification', 'deidentification', deidentifications, {
      sort: ['deidentification'],
      import: { aliases: ['De-identified', 'Deidentification'] },
    }),
    trainsModel: choice('Used to train', 'trainsModel', answers, {
      import: { aliases: ['Training', 'Trains the model'] },
    }),
    authorization: choice('Authorization needed', 'authorization', answers, hidden('Authorization')),
    minimumNecessary: text(
      'Why no less would do',
      'minimumNecessary',
      hidden('Minimum necessary', 'Justification'),
    ),
    retention: text('Kept how long', 'retention', hidden('Retention')),
  },
})
