import type { Day } from '#lib/base/days'
import { answers } from '#lib/kernel/answers'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { dataCondition, lacksSafeguard } from './gaps.ts'
import { categories, coverOptions, protectedInputs, runsWhere, stages, tiers, useKinds } from './options.ts'
import { safeguardFields } from './safeguard-fields.ts'
import { systemKind } from './schema.ts'

type Where = Prisma.AiSystemWhereInput

/** One AI system as lists, exports and imports see it. */
export interface SystemRow {
  id: string
  ref: string
  name: string
  purpose: string
  category: string
  /** The vendor of the register; it stays as long as the vendor's name here does. */
  vendorId: string | null
  vendorName: string
  product: string
  modelName: string
  runsWhere: string
  productVersion: string
  users: string
  notes: string
  reachesPatient: string
  licensedReview: string
  useKind: string
  therapy: string
  generative: string
  decisionSupport: string
  protectedInputs: readonly string[]
  patientData: string
  stage: string
  tier: string
  tierOverride: string | null
  tierOverrideReason: string
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  sites: readonly { id: string; name: string }[]
  proposedOn: Day
  approvedOn: Day | null
  reviewedOn: Day | null
  dataReviewedOn: Day | null
  logsReviewedOn: Day | null
  nextDueOn: Day | null
  /** How agreements covered its patient data when the gate last looked. */
  coverNoted: string
  archived: boolean
  version: number
  safeguards: readonly { key: string; state: string; note: string }[]
}

const { text, choice, choices, day, person, reference } = fieldsOf<SystemRow, Where>()

const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const
const shown = (sort: string, ...aliases: string[]) => ({ sort: [sort], import: { aliases } }) as const
const inFile = { column: 'file' } as const

/** The list of AI systems, declared once. */
export const systemTable = defineTable<SystemRow, Where>()({
  kind: systemKind,
  path: '/ai-systems',
  one: 'AI system',
  many: 'AI systems',
  defaultSort: 'name',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Name, vendor, product or purpose',
  fields: {
    name: text('Name', 'name', {
      sort: ['name'],
      import: {
        required: true,
        aliases: [
          'Use Case Name',
          'System name',
          'AI tool',
          'Tool',
          'Tool name',
          'Tool / product',
          'Tool or product',
          'Tool/product',
          'AI system',
          'Title',
          'Application',
          'Software',
          'Solution',
        ],
      },
    }),
    ref: reference('ref'),
    stage: choice(
      'Stage',
      'stage',
      stages,
      shown('stage', 'Stage of Development', 'Status', 'Lifecycle stage', 'Phase'),
    ),
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
    cover: {
      label: 'Patient data covered',
      options: coverOptions,
      cell: (row) => optionLabel(coverOptions, row.coverNoted),
      filter: {
        by: 'options',
        options: coverOptions,
        where: (values) => ({ cover: { in: [...values] } }),
      },
    },
    owner: person('Owner', 'ownerId', 'ownerName', {
      import: {
        aliases: [
          'System owner',
          'Owner name',
          'Responsible',
          'Responsible person',
          'Business owner',
          'Who’s in charge',
          'Lead',
          'Who runs it',
          'Contact',
        ],
      },
    }),
    tier: choice('Risk tier', 'tier', tiers, { sort: ['tier'], import: null }),
    category: choice(
      'Category',
      'category',
      categories,
      shown('category', 'Use Case Topic Area', 'Type', 'Kind'),
    ),
    vendor: text(
      'Vendor',
      'vendorName',
      shown('vendorName', 'Vendor name', 'Manufacturer', 'Supplier', 'Company'),
    ),
    sites: {
      label: 'Sites',
      cell: (row) => ({ list: row.sites.map((site) => site.name) }),
      filter: { by: 'site', where: (values) => ({ sites: { some: { siteId: { in: [...values] } } } }) },
      import: {
        value: (row) => row.sites.map((site) => site.id).sort(),
        aliases: ['Site', 'Location', 'Locations', 'Location(s)', 'Clinic', 'Where used', 'Where'],
        parse: 'sites',
        hint: 'Site names separated by semicolons; empty means the whole practice.',
      },
      column: 'hidden',
    },
    backup: person('Backup', 'backupId', 'backupName', hidden('Backup owner', 'Deputy')),
    purpose: text(
      'Purpose',
      'purpose',
      hidden(
        'What is the intended purpose and expected benefits of the AI?',
        'Intended purpose',
        'Intended use',
        'What we use it for',
        'What it is used for',
        'Used for',
        'Use',
        'Description',
        'Summary',
      ),
    ),
    product: text('Product', 'product', hidden('Product name')),
    modelName: text('Model', 'modelName', hidden('Model name', 'Algorithm')),
    runsWhere: choice('Where it runs', 'runsWhere', runsWhere, hidden('Hosting', 'Deployment')),
    productVersion: text('Version', 'productVersion', hidden('Product version', 'Software version')),
    users: text('Who uses it', 'users', hidden('Users', 'User group', 'Intended users')),
    patientData: choice(
      'Patient data goes in',
      'patientData',
      answers,
      hidden('PHI', 'Patient data', 'Uses PHI'),
    ),
    reachesPatient: choice('Output reaches the patient', 'reachesPatient', answers, hidden('Patient facing')),
    licensedReview: choice(
      'A licensed person reads it first',
      'licensedReview',
      answers,
      hidden('Human in the loop', 'Clinician review'),
    ),
    useKind: choice('Clinical or administrative', 'useKind', useKinds, hidden('Use type')),
    therapy: choice('Mental-health therapy', 'therapy', answers, hidden('Therapy')),
    generative: choice('Generative', 'generative', answers, hidden('Generative AI', 'GenAI')),
    decisionSupport: choice(
      'Supports decisions about care',
      'decisionSupport',
      answers,
      hidden('Decision support tool', 'Patient care decision support tool'),
    ),
    protectedInputs: choices('Protected inputs', 'protectedInputs', protectedInputs, {
      column: 'hidden',
      import: {
        aliases: [
          'Which, if any, demographic variables does the AI use case explicitly use as model features?',
          'Demographic variables',
        ],
      },
    }),
    proposedOn: day('Proposed on', 'proposedOn', {
      sort: ['proposedOn'],
      column: 'hidden',
      import: { aliases: ['Date Initiated', 'Date proposed', 'Start date'], whenEmpty: 'kept' },
    }),
    approvedOn: day('Approved on', 'approvedOn', {
      column: 'hidden',
      import: { aliases: ['Date Implemented', 'Approval date', 'Date approved'], whenEmpty: 'kept' },
    }),
    reviewedOn: day(
      'Last reviewed on',
      'reviewedOn',
      hidden('Last reviewed', 'Last review', 'Review date', 'Reviewed on', 'Last checked'),
    ),
    dataReviewedOn: day('Data last reviewed on', 'dataReviewedOn', inFile),
    logsReviewedOn: day('Logs last looked at on', 'logsReviewedOn', inFile),
    tierOverride: {
      label: 'Risk tier set by hand',
      options: tiers,
      cell: (row) => optionLabel(tiers, row.tierOverride),
      import: {
        value: (row) => row.tierOverride,
        parse: 'option',
        whenEmpty: { value: null },
        hint: 'Needs a reason in the next column.',
      },
      column: 'file',
    },
    tierOverrideReason: text('Reason for the tier set by hand', 'tierOverrideReason', inFile),
    notes: text('Notes', 'notes', hidden('Comments', 'Remarks')),
    safeguards: {
      label: 'Safeguards',
      cell: () => null,
      column: 'file',
      filter: {
        by: 'options',
        options: [
          { value: 'lacking', label: 'Something missing or not known' },
          { value: 'settled', label: 'All settled' },
        ],
        where: (values) => ({
          OR: values.map((value) => (value === 'lacking' ? lacksSafeguard : { NOT: lacksSafeguard })),
        }),
      },
    },
    data: {
      label: 'Patient data, as the flows say',
      cell: () => null,
      column: 'file',
      filter: {
        by: 'options',
        options: [
          { value: 'identifiable', label: 'Identifiable' },
          { value: 'other', label: 'Other patient data' },
          { value: 'none', label: 'None' },
          { value: 'unknown', label: 'Not known yet' },
        ],
        where: (values) => ({ OR: values.map(dataCondition) }),
      },
    },
    ...safeguardFields<SystemRow, Where>(),
  },
})
