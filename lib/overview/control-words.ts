import { testResults } from '#lib/controls/options'
import { controlKind } from '#lib/controls/schema'
import { controlTable } from '#lib/controls/table'
import { columnsOf, type TableWords } from './column-words.ts'

const framework = { label: 'Framework' }
const requirement = { label: 'Requirement' }

/** The tables of controls and frameworks in words, as `tableWords` has them. */
export const controlWords: Readonly<Record<string, TableWords>> = {
  Control: {
    one: 'control',
    kind: controlKind,
    columns: columnsOf(
      controlTable,
      {
        ...{ owner: 'ownerId', backup: 'backupId', nextDue: 'nextDueOn', result: 'testResult' },
        ...{ testDue: 'testDueOn', testEvery: 'testEveryMonths' },
      },
      { starterKey: { label: 'Made from the starter control' }, archivedAt: { label: 'Archived' } },
    ),
  },
  ControlRequirement: {
    one: 'requirement of a control',
    kind: controlKind,
    columns: { framework, requirement },
  },
  ControlTest: {
    one: 'test of a control',
    kind: controlKind,
    columns: {
      testedOn: { label: 'Tested on' },
      testedById: { label: 'Tested by' },
      result: { label: 'Found', options: testResults },
      note: { label: 'Note' },
    },
  },
  FrameworkChoice: {
    one: 'choice of a framework',
    kind: 'practice',
    columns: { framework, followed: { label: 'Followed' } },
  },
  RequirementScope: {
    one: 'requirement that does not apply',
    kind: 'practice',
    columns: {
      framework,
      requirement,
      reason: { label: 'Why it does not apply' },
      decidedById: { label: 'Decided by' },
      decidedOn: { label: 'Decided on' },
    },
  },
  OwnFramework: {
    one: 'framework of the practice',
    kind: 'framework',
    columns: {
      name: { label: 'Name' },
      edition: { label: 'Edition' },
      publisher: { label: 'Published by' },
      fileName: { label: 'File' },
      addedById: { label: 'Brought in by' },
      addedOn: { label: 'Brought in on' },
      archivedAt: { label: 'Put away' },
    },
  },
}
