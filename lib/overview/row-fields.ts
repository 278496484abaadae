import { flowTable } from '#lib/ai-systems/flow-table'
import { safeguardStates } from '#lib/ai-systems/options'
import { safeguards } from '#lib/ai-systems/safeguards'
import { systemTable } from '#lib/ai-systems/table'
import { coverOptions } from '#lib/calendar/schema'
import { answers } from '#lib/kernel/answers'
import { determinationReasons } from '#lib/law/business-associate'
import { roleOptions } from '#lib/people/options'
import { personTable } from '#lib/people/table'
import { questionnaireTable } from '#lib/questionnaires/table'
import { riskTable } from '#lib/risks/table'
import { certificateKinds, determinations } from '#lib/vendors/options'
import { vendorTable } from '#lib/vendors/table'
import { agreementWords } from './agreement-words.ts'
import { assessmentWords } from './assessment-words.ts'
import { type ColumnWords, columnsOf, type TableWords } from './column-words.ts'
import { controlWords } from './control-words.ts'
import { questionnaireWords } from './questionnaire-words.ts'
import { riskWords } from './risk-words.ts'
import { trainingWords } from './training-words.ts'

const site: ColumnWords = { label: 'Site' }
const archivedAt: ColumnWords = { label: 'Archived' }

/** Every table whose rows leave a trace. A table that is missing here still shows, in the database's own words. */
export const tableWords: Readonly<Record<string, TableWords>> = {
  AiSystem: {
    one: 'AI system',
    kind: 'ai-system',
    columns: columnsOf(
      systemTable,
      { owner: 'ownerId', backup: 'backupId', vendor: 'vendorName', nextDue: 'nextDueOn' },
      {
        stageReason: { label: 'Reason for the stage' },
        stageSince: { label: 'In this stage since' },
        tierComputed: { label: 'Risk tier by its facts', options: systemTable.fields.tier.options },
        proposedById: { label: 'Proposed by' },
        vendorId: { label: 'Vendor of the register' },
        archivedAt,
      },
    ),
  },
  AiSystemSite: { one: 'site of an AI system', kind: 'ai-system', columns: { siteId: site } },
  Safeguard: {
    one: 'safeguard',
    kind: 'ai-system',
    columns: {
      key: { label: 'Safeguard', options: safeguards.map(({ key, label }) => ({ value: key, label })) },
      state: { label: 'Answer', options: safeguardStates },
      note: { label: 'Note' },
    },
  },
  PhiFlow: {
    one: 'patient data flow',
    kind: 'phi-flow',
    columns: columnsOf(flowTable, {}, { systemId: { label: 'AI system' }, archivedAt }),
  },
  Vendor: {
    one: 'vendor',
    kind: 'vendor',
    columns: columnsOf(
      vendorTable,
      // The list's column says more than the stored answer.
      { owner: 'ownerId', backup: 'backupId', nextDue: 'nextDueOn', businessAssociate: 'associateState' },
      {
        businessAssociate: { label: 'Business associate', options: determinations },
        determinationReasons: { label: 'Reasons of the determination', options: determinationReasons },
        determinationNote: { label: 'Note on the determination' },
        determinedById: { label: 'Determined by' },
        archivedAt,
      },
    ),
  },
  VendorContact: {
    one: 'contact of a vendor',
    kind: 'vendor',
    columns: {
      name: { label: 'Name' },
      about: { label: 'What for' },
      email: { label: 'E-mail' },
      phone: { label: 'Phone' },
    },
  },
  VendorLink: {
    one: 'sub-processor of a vendor',
    kind: 'vendor',
    columns: {
      subProcessorId: { label: 'Sub-processor' },
      does: { label: 'What it does in the chain' },
      patientData: { label: 'Gets patient data', options: answers },
    },
  },
  VendorCertificate: {
    one: 'certificate of a vendor',
    kind: 'vendor',
    columns: {
      kind: { label: 'Certificate', options: certificateKinds },
      scope: { label: 'Covers' },
      issuedOn: { label: 'Issued on' },
      validUntil: { label: 'Valid until' },
      enteredOn: { label: 'Entered on' },
      evidenceId: { label: 'File that shows it' },
    },
  },
  ...agreementWords,
  ...questionnaireWords,
  ...riskWords,
  ...assessmentWords,
  ...controlWords,
  ...trainingWords,
  Person: {
    one: 'person',
    kind: 'person',
    columns: columnsOf(personTable, {}, { active: { label: 'Works here' }, archivedAt }),
  },
  PersonSite: { one: 'site of a person', kind: 'person', columns: { siteId: site } },
  RoleAssignment: {
    one: 'role of a person',
    kind: 'person',
    columns: {
      role: { label: 'Role', options: roleOptions },
      siteId: site,
      until: { label: 'Counts until' },
    },
  },
  Account: {
    one: 'sign-in of a person',
    kind: 'person',
    columns: {
      email: { label: 'E-mail' },
      passwordSetAt: { label: 'Password set' },
      totpConfirmedAt: { label: 'Second factor set up' },
    },
  },
  CalendarFeed: {
    one: 'calendar link of a person',
    kind: 'person',
    columns: {
      covers: {
        label: 'What it holds',
        options: coverOptions.map(({ value, trail }) => ({ value, label: trail })),
      },
      revokedAt: { label: 'Ended' },
    },
  },
  Evidence: {
    one: 'file on a record',
    kind: 'evidence',
    columns: {
      recordKind: { label: 'Register' },
      recordId: { label: 'Record' },
      fileName: { label: 'File' },
      type: { label: 'Kind' },
      title: { label: 'What it is' },
      note: { label: 'What it shows' },
      validUntil: { label: 'Valid until' },
      replacesId: { label: 'Renews' },
      scan: { label: 'Virus scan' },
      withdrawnAt: { label: 'Withdrawn' },
      withdrawnByName: { label: 'Withdrawn by' },
      withdrawnReason: { label: 'Why it was withdrawn' },
    },
  },
  FileContent: {
    one: 'stored content of a file',
    kind: null,
    columns: { sha256: { label: 'SHA-256' }, size: { label: 'Bytes' }, chunkCount: { label: 'Pieces' } },
  },
  Practice: {
    one: 'practice',
    kind: 'practice',
    columns: {
      name: { label: 'Name' },
      states: { label: 'States' },
      timeZone: { label: 'Time zone' },
      isDemo: { label: 'Demo data' },
      idleMinutes: { label: 'Minutes until automatic sign-out' },
      sessionHours: { label: 'Hours until the next sign-in' },
      mfaRoles: { label: 'Roles that need a second factor', options: roleOptions },
      cadences: { label: 'Intervals of their own' },
      reminderHour: { label: 'Hour from which reminders go out' },
      quietWeekdays: { label: 'Weekdays without reminders (0 is Sunday)' },
    },
  },
  QuietDay: {
    one: 'day without reminders',
    kind: 'practice',
    columns: { day: { label: 'Day' }, name: { label: 'What day it is' } },
  },
  Site: {
    one: 'site',
    kind: 'site',
    columns: { name: { label: 'Name' }, state: { label: 'State' }, archivedAt: { label: 'Closed' } },
  },
}

const kindNames: Readonly<Record<string, string>> = {
  evidence: 'File',
  'question-template': 'Questions for vendors',
  practice: 'Practice',
  site: 'Site',
  import: 'Import',
  'saved-view': 'Saved view',
}

/** What a kind of record is called: 'AI system'. A kind without a name here is shown by its key. */
export function kindName(kind: string): string {
  const table = [systemTable, flowTable, vendorTable, questionnaireTable, riskTable, personTable].find(
    (one) => one.kind === kind,
  )
  const name = table?.one ?? kindNames[kind] ?? kind.replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The tables that hold records of a kind and what belongs to them. */
export function tablesOf(kind: string): string[] {
  return Object.entries(tableWords).flatMap(([table, words]) => (words.kind === kind ? [table] : []))
}

/** What a command is called in a list of choices: 'AI system: override tier'. */
export function actionName(action: string): string {
  const [subject = '', ...rest] = action.split('.')
  const does = rest.join(' ').replaceAll('-', ' ')
  return does ? `${kindName(subject)}: ${does}` : kindName(subject)
}
