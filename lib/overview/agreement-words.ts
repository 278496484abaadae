import { clauseStates, dataReturns } from '#lib/agreements/options'
import { agreementKind } from '#lib/agreements/schema'
import { agreementTable } from '#lib/agreements/table'
import { agreementClauses } from '#lib/law/agreement-clauses'
import { columnsOf, type TableWords } from './column-words.ts'

const clauses = agreementClauses.map(({ key, label }) => ({ value: key, label }))

/** The tables of agreements, and of who handles a patient data flow, in words, as `tableWords` has them. */
export const agreementWords: Readonly<Record<string, TableWords>> = {
  Agreement: {
    one: 'agreement',
    kind: agreementKind,
    columns: columnsOf(
      agreementTable,
      {
        owner: 'ownerId',
        backup: 'backupId',
        vendor: 'vendorId',
        upstream: 'upstreamId',
        termEnds: 'termEndsOn',
        noticeBy: 'noticeByOn',
        nextDue: 'nextDueOn',
      },
      {
        clausesOn: { label: 'Clauses gone through on' },
        renewalDecidedOn: { label: 'Renewal decided on' },
        renewalDecidedFor: { label: 'Renewal decided for the term that ends on' },
        terminationReason: { label: 'Reason of the termination' },
        dataReturn: { label: 'Patient data at the end', options: dataReturns },
        dataReturnedOn: { label: 'Patient data returned or destroyed on' },
        dataReturnNote: { label: 'Note on the patient data' },
        predecessorId: { label: 'Follows' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  AgreementClause: {
    one: 'clause of an agreement',
    kind: agreementKind,
    columns: {
      key: { label: 'Clause', options: clauses },
      state: { label: 'Found', options: clauseStates },
      words: { label: 'Its words' },
      page: { label: 'Page' },
    },
  },
  AgreementSystem: {
    one: 'AI system that an agreement names',
    kind: agreementKind,
    columns: { systemId: { label: 'AI system' } },
  },
  AgreementFlow: {
    one: 'patient data flow that an agreement names',
    kind: agreementKind,
    columns: { flowId: { label: 'Patient data flow' } },
  },
  PhiFlowVendor: {
    one: 'vendor that handles a patient data flow',
    kind: 'phi-flow',
    columns: { vendorId: { label: 'Vendor' } },
  },
}
