import { riskTable } from '#lib/risks/table'
import { type ColumnWords, columnsOf, type TableWords } from './column-words.ts'

const kind = 'risk'

const requirement: Readonly<Record<string, ColumnWords>> = {
  framework: { label: 'Framework' },
  requirement: { label: 'Requirement' },
}

/** The tables of risks in words, as `tableWords` has them. */
export const riskWords: Readonly<Record<string, TableWords>> = {
  Risk: {
    one: 'risk',
    kind,
    columns: columnsOf(
      riskTable,
      { owner: 'ownerId', backup: 'backupId', nextDue: 'nextDueOn', acceptedBy: 'acceptedById' },
      {
        acceptedScore: { label: 'Score at which it was accepted' },
        beyondAppetite: { label: 'Beyond what the practice accepts' },
        inherentScore: { label: 'Inherent score' },
        currentScore: { label: 'Current score' },
        targetScore: { label: 'Target score' },
        starterKey: { label: 'Taken over from the library as' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  RiskSystem: { one: 'AI system of a risk', kind, columns: { systemId: { label: 'AI system' } } },
  RiskVendor: { one: 'vendor of a risk', kind, columns: { vendorId: { label: 'Vendor' } } },
  RiskSite: { one: 'site of a risk', kind, columns: { siteId: { label: 'Site' } } },
  RiskControl: { one: 'control of a risk', kind, columns: { controlId: { label: 'Control' } } },
  RiskRequirement: { one: 'requirement of a risk', kind, columns: requirement },
  RiskAction: {
    one: 'action on a risk',
    kind,
    columns: {
      title: { label: 'What is to be done' },
      ownerId: { label: 'Who does it' },
      dueOn: { label: 'Due on' },
      doneOn: { label: 'Over on' },
      dropped: { label: 'Dropped' },
      outcome: { label: 'What came of it' },
    },
  },
  RiskScaleWord: {
    one: 'word of the risk scale',
    kind: 'practice',
    columns: {
      axis: { label: 'Axis' },
      level: { label: 'Step' },
      word: { label: 'Word' },
      meaning: { label: 'Meaning' },
    },
  },
  RiskAppetite: {
    one: 'limit of what risk is carried',
    kind: 'practice',
    columns: { category: { label: 'Category' }, most: { label: 'Highest score' } },
  },
}
