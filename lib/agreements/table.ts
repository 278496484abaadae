import { type Day, isDay } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { AgreementStatus, Terms } from '#lib/law/agreement-terms'
import type { Prisma } from '#lib/platform/prisma/client'
import { clauseFields } from './clause-fields.ts'
import { endingField } from './ending.ts'
import { moreFieldsOf } from './field-kinds.ts'
import { agreementKinds, agreementStatuses, coverages, renewals } from './options.ts'
import { agreementKind } from './schema.ts'
import { statusCondition } from './status-condition.ts'

type Where = Prisma.AgreementWhereInput

/** Something an agreement names. */
export interface Named {
  id: string
  ref: string
}

/** One agreement as lists, exports and imports see it. */
export interface AgreementRow extends Terms {
  id: string
  ref: string
  title: string
  kind: string
  vendorId: string
  vendorRef: string
  vendorName: string
  upstreamId: string | null
  upstreamRef: string | null
  upstreamName: string | null
  covers: string
  services: string
  systems: readonly Named[]
  flows: readonly Named[]
  ourSigner: string
  theirSigner: string
  yearlyCost: number | null
  breachDays: number | null
  confirmedOn: Day | null
  clauses: readonly { key: string; state: string }[]
  complete: boolean
  status: AgreementStatus
  /** The last day of the term that runs. */
  termEndsOn: Day | null
  noticeByOn: Day | null
  nextDueOn: Day | null
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  notes: string
  archived: boolean
  version: number
}

const { text, choice, day, person, reference } = fieldsOf<AgreementRow, Where>()
const { number, shownDay } = moreFieldsOf<AgreementRow, Where>()
const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const
const inFile = { column: 'file' } as const

/** The ids among the values of a file, in the order in which imports compare them. */
const idsOf = (named: readonly Named[]) => named.map(({ id }) => id).toSorted()
const refsOf = (named: readonly Named[]) => ({ list: named.map(({ ref }) => ref) })

/** The list of agreements, declared once. */
export const agreementTable = defineTable<AgreementRow, Where>()({
  kind: agreementKind,
  path: '/agreements',
  one: 'agreement',
  many: 'agreements',
  defaultSort: 'title',
  search: (words) => ({
    OR: [
      { searchText: { contains: words.toLowerCase() } },
      { vendor: { searchText: { contains: words.toLowerCase() } } },
    ],
  }),
  searchHint: 'Title, reference, vendor or services',
  fields: {
    title: text('Agreement', 'title', {
      sort: ['title'],
      import: { aliases: ['Title', 'Agreement name', 'Contract', 'Contract name', 'Document', 'Name'] },
    }),
    ref: reference('ref'),
    vendor: {
      label: 'Vendor',
      cell: (row) => row.vendorRef,
      ...inFile,
      import: {
        value: (row) => row.vendorId,
        parse: 'vendor',
        required: true,
        aliases: [
          'Vendor name',
          'Company',
          'Company name',
          'Business associate',
          'Business associate name',
          'Counterparty',
          'Party',
          'Supplier',
        ],
        hint: 'Its reference (V-014) or its name.',
      },
    },
    vendorName: { label: 'Vendor name', cell: (row) => row.vendorName },
    kind: choice('Kind', 'kind', agreementKinds, {
      column: 'hidden',
      import: {
        aliases: ['Type', 'Agreement type', 'Doc type', 'Doc. type', 'Contract type', 'Document type'],
        hint: 'Without it, the title decides: “BAA” or “business associate” in it makes it one, anything else a contract.',
      },
    }),
    status: {
      label: 'Stands',
      options: agreementStatuses,
      cell: (row) => optionLabel(agreementStatuses, row.status),
      filter: {
        by: 'options',
        options: agreementStatuses,
        where: (values, { today }) => ({
          OR: values.map((value) => statusCondition(value as AgreementStatus, today)),
        }),
      },
    },
    complete: {
      label: 'Clauses',
      cell: (row) => (row.kind === 'baa' ? (row.complete ? 'Complete' : 'Incomplete') : null),
      filter: {
        by: 'options',
        options: [
          { value: 'complete', label: 'Complete: all that the law requires' },
          { value: 'incomplete', label: 'Incomplete' },
        ],
        where: (values) => ({ kind: 'baa', OR: values.map((value) => ({ complete: value === 'complete' })) }),
      },
    },
    termEnds: shownDay('Ends or renews', (row) => row.termEndsOn, 'termEndsOn'),
    ending: endingField,
    noticeBy: shownDay('Notice by', (row) => row.noticeByOn, 'noticeByOn'),
    nextDue: {
      ...shownDay('Next due', (row) => row.nextDueOn, 'nextDueOn'),
      filter: {
        by: 'due',
        options: dueStatuses.map((value) => ({ value, label: dueStatusLabels[value] })),
        where: (values, { today }) => ({
          OR: values.map((value) => ({ nextDueOn: dueRange(value as DueStatus, today) })),
        }),
      },
    },
    owner: person('Owner', 'ownerId', 'ownerName', {
      import: { aliases: ['Contract owner', 'Owner name', 'Responsible', 'Responsible person'] },
    }),
    backup: person('Backup', 'backupId', 'backupName', hidden('Backup owner', 'Deputy')),
    upstream: {
      label: 'As a subcontractor of',
      cell: (row) => row.upstreamRef,
      ...inFile,
      import: {
        value: (row) => row.upstreamId,
        parse: 'vendor',
        aliases: ['Upstream vendor', 'Prime vendor'],
        hint: 'For an agreement between two vendors: the one that the practice deals with.',
      },
    },
    covers: choice('Covers', 'covers', coverages, hidden('Coverage', 'Scope')),
    systems: {
      label: 'AI systems named',
      cell: (row) => refsOf(row.systems),
      ...inFile,
      import: {
        value: (row) => idsOf(row.systems),
        parse: 'systems',
        aliases: ['AI systems', 'Systems', 'Systems covered'],
        hint: 'References or names, separated by semicolons.',
      },
    },
    flows: {
      label: 'Data flows named',
      cell: (row) => refsOf(row.flows),
      ...inFile,
      import: {
        value: (row) => idsOf(row.flows),
        parse: 'flows',
        aliases: ['Flows', 'Data flows'],
        hint: 'References (FLOW-003), separated by semicolons.',
      },
    },
    services: text('Services', 'services', hidden('Service', 'Description', 'Purpose')),
    sentOn: day('Sent on', 'sentOn', hidden('Date sent')),
    signedOn: day('Signed on', 'signedOn', {
      ...hidden(
        'Signed',
        'Date signed',
        'Signature date',
        'Execution date',
        'Executed',
        'Executed on',
        'BAA date',
        'BAA signed',
      ),
    }),
    effectiveOn: day(
      'In force from',
      'effectiveOn',
      hidden('Effective', 'Effective date', 'Start date', 'Begins'),
    ),
    endsOn: day(
      'Term ends on',
      'endsOn',
      hidden(
        'End date',
        'Expiration',
        'Expiration date',
        'Exp. date',
        'Exp date',
        'Exp',
        'Expires',
        'Expiry',
        'Ends',
        'Renewal date',
      ),
    ),
    renewal: choice(
      'At the end of the term',
      'renewal',
      renewals,
      hidden('Renewal', 'Renewal type', 'Auto-renew', 'Auto renewal'),
    ),
    renewalMonths: number(
      'Renews for (months)',
      (row) => row.renewalMonths,
      'file',
      'Renewal term',
      'Renewal months',
    ),
    noticeDays: number(
      'Notice period (days)',
      (row) => row.noticeDays,
      'hidden',
      'Notice',
      'Notice period',
      'Notice days',
      'Termination notice',
    ),
    terminatedOn: {
      label: 'Terminated from',
      cell: (row) => (row.terminatedOn && isDay(row.terminatedOn) ? { day: row.terminatedOn } : null),
      column: 'hidden',
    },
    yearlyCost: number(
      'Cost a year (US dollars)',
      (row) => row.yearlyCost,
      'hidden',
      'Cost',
      'Annual cost',
      'Annual $',
      'Yearly cost',
      'Value',
      'Contract value',
    ),
    breachDays: number(
      'Breach notice within (days)',
      (row) => row.breachDays,
      'hidden',
      'Breach notice',
      'Breach notification days',
    ),
    confirmedOn: day('Confirmed in writing on', 'confirmedOn', {
      ...inFile,
      import: { aliases: ['Confirmed on'] },
    }),
    ourSigner: text('Signed by, for us', 'ourSigner', {
      ...inFile,
      import: { aliases: ['Our signatory', 'Signed by'] },
    }),
    theirSigner: text('Signed by, for them', 'theirSigner', {
      ...inFile,
      import: { aliases: ['Their signatory', 'Vendor signatory'] },
    }),
    notes: text('Notes', 'notes', hidden('Comments', 'Remarks')),
    ...clauseFields<AgreementRow, Where>(),
  },
})
