import { addDays, type Day, dateOf } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import { riskLevels } from '#lib/law/library/scale'
import type { Prisma } from '#lib/platform/prisma/client'
import { endingDays } from './acceptance.ts'
import { actionLine, actionLines, actionValue } from './action-lines.ts'
import { acceptanceFields, numberField, scoreField, stepField } from './field-kinds.ts'
import {
  acceptances,
  appetites,
  categories,
  generativeRisks,
  type Level,
  levels,
  riskStates,
  treatments,
} from './options.ts'
import type { Named, RiskRow } from './row.ts'
import { riskKind } from './schema.ts'
import { levelOrUnscored } from './scores.ts'

type Where = Prisma.RiskWhereInput

const { text, choice, day, person, reference } = fieldsOf<RiskRow, Where>()
const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const
const inFile = (...aliases: string[]) => ({ column: 'file', import: { aliases } }) as const

const idsOf = (named: readonly { id: string }[]) => named.map(({ id }) => id).toSorted()
const refsOf = (named: readonly Named[]) => (named.length > 0 ? { list: named.map(({ ref }) => ref) } : null)
const namesOf = (named: readonly { name: string }[]) =>
  named.length > 0 ? { list: named.map(({ name }) => name) } : null

const levelWhere = (level: Level): Where =>
  level === 'unscored'
    ? { currentScore: null }
    : { currentScore: { gte: riskLevels[level].from, lte: riskLevels[level].to } }

function acceptanceWhere(value: string, today: Day): Where {
  const now = dateOf(today)
  const soon = dateOf(addDays(today, endingDays))
  if (value === 'none') return { acceptedUntil: null }
  if (value === 'ended') return { acceptedUntil: { lt: now } }
  return { acceptedUntil: value === 'ending' ? { gte: now, lte: soon } : { gt: soon } }
}

/** The list of risks, declared once. What is not scored stands first, then the gravest. */
export const riskTable = defineTable<RiskRow, Where>()({
  kind: riskKind,
  path: '/risks',
  one: 'risk',
  many: 'risks',
  defaultSort: '-level',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Reference, title or what happens',
  fields: {
    title: text('Risk', 'title', {
      sort: ['title'],
      import: {
        required: true,
        aliases: [
          'Title',
          'Risk title',
          'Risk name',
          'Name',
          'Risk statement',
          'Risk description',
          'Summary',
        ],
      },
    }),
    ref: reference('ref'),
    level: {
      label: 'Level now',
      options: levels,
      cell: (row) => optionLabel(levels, levelOrUnscored(row.currentScore)),
      sort: ['currentScore'],
      filter: {
        by: 'options',
        options: levels,
        where: (values) => ({ OR: values.map((value) => levelWhere(value as Level)) }),
      },
    },
    current: scoreField('Current score', 'current', 'currentScore'),
    category: choice('Category', 'category', categories, {
      sort: ['category'],
      import: { required: true, aliases: ['Risk category', 'Risk type', 'Type', 'Area', 'Domain'] },
    }),
    concerns: {
      label: 'Concerns',
      cell: (row) => {
        const named = [...row.systems, ...row.vendors, ...row.sites]
        return named.length > 0 ? { list: named.map(({ name }) => name) } : 'Whole practice'
      },
    },
    treatment: choice('Treatment', 'treatment', treatments, {
      import: { aliases: ['Risk treatment', 'Response', 'Risk response', 'Strategy'] },
    }),
    state: {
      label: 'State',
      options: riskStates,
      cell: (row) => optionLabel(riskStates, row.closedOn ? 'closed' : 'open'),
      filter: {
        by: 'options',
        options: riskStates,
        where: (values) => ({
          OR: values.map((value) => ({ closedOn: value === 'closed' ? { not: null } : null })),
        }),
      },
    },
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
      import: { aliases: ['Risk owner', 'Owner name', 'Responsible', 'Responsible person'] },
    }),
    backup: person('Backup', 'backupId', 'backupName', hidden('Backup owner', 'Deputy')),
    acceptance: {
      label: 'Acceptance',
      options: acceptances,
      cell: (row) => (row.acceptance === 'none' ? null : optionLabel(acceptances, row.acceptance)),
      column: 'hidden',
      filter: {
        by: 'options',
        options: acceptances,
        where: (values, { today }) => ({ OR: values.map((value) => acceptanceWhere(value, today)) }),
      },
    },
    appetite: {
      label: 'Beyond what we accept',
      options: appetites,
      cell: (row) => (row.beyondAppetite ? optionLabel(appetites, 'beyond') : null),
      column: 'hidden',
      filter: {
        by: 'options',
        options: appetites,
        where: (values) => ({ OR: values.map((value) => ({ beyondAppetite: value === 'beyond' })) }),
      },
    },
    inherent: scoreField('Inherent score', 'inherent', 'inherentScore', 'hidden'),
    target: scoreField('Target score', 'target', 'targetScore', 'hidden'),
    system: {
      label: 'AI systems',
      cell: (row) => refsOf(row.systems),
      column: 'file',
      filter: {
        by: 'site',
        where: (values) => ({ systems: { some: { systemId: { in: [...values] } } } }),
      },
      import: {
        value: (row) => idsOf(row.systems),
        parse: 'systems',
        aliases: ['AI system', 'System', 'Systems', 'Asset', 'Application', 'Tool'],
        hint: 'References or names, separated by semicolons.',
      },
    },
    vendor: {
      label: 'Vendors',
      cell: (row) => refsOf(row.vendors),
      column: 'file',
      filter: {
        by: 'site',
        where: (values) => ({ vendors: { some: { vendorId: { in: [...values] } } } }),
      },
      import: {
        value: (row) => idsOf(row.vendors),
        parse: 'vendors',
        aliases: ['Vendor', 'Vendor name', 'Supplier', 'Third party'],
        hint: 'References or names, separated by semicolons.',
      },
    },
    site: {
      label: 'Sites',
      cell: (row) => namesOf(row.sites),
      column: 'file',
      filter: {
        by: 'site',
        where: (values) => ({ sites: { some: { siteId: { in: [...values] } } } }),
      },
      import: {
        value: (row) => idsOf(row.sites),
        parse: 'sites',
        aliases: ['Site', 'Location', 'Clinic'],
        hint: 'Names, separated by semicolons. With none of the three, it concerns the whole practice.',
      },
    },
    cause: text('Cause', 'cause', inFile('Root cause', 'Source')),
    event: text('What happens', 'event', inFile('Event', 'Description', 'Scenario')),
    consequence: text('Consequence', 'consequence', inFile('Consequences', 'Effect')),
    threat: text('Threat', 'threat', inFile('Threat source')),
    vulnerability: text('Vulnerability', 'vulnerability', inFile('Weakness')),
    treatmentNote: text('How it is treated', 'treatmentNote', inFile('Treatment plan', 'Mitigation plan')),
    inherentLikelihood: stepField('inherent', 'likelihood'),
    inherentImpact: stepField('inherent', 'impact'),
    currentLikelihood: stepField('current', 'likelihood'),
    currentImpact: stepField('current', 'impact'),
    targetLikelihood: stepField('target', 'likelihood'),
    targetImpact: stepField('target', 'impact'),
    identifiedOn: day('Found on', 'identifiedOn', hidden('Identified on', 'Date identified', 'Date raised')),
    reviewEveryMonths: numberField(
      'Looked at every (months)',
      (row) => row.reviewEveryMonths,
      'Review every (months)',
      'Review frequency',
    ),
    reviewedOn: day('Last looked at', 'reviewedOn', {
      ...hidden('Last review', 'Last reviewed', 'Reviewed on', 'Review date'),
      sort: ['reviewedOn'],
    }),
    scoredOn: day('Last scored', 'scoredOn', {
      column: 'hidden',
      import: { aliases: ['Scored on', 'Date scored', 'Last assessed', 'Assessed on'], whenEmpty: 'kept' },
    }),
    closedOn: day('Closed on', 'closedOn', hidden('Date closed')),
    closeReason: text('Why it was closed', 'closeReason', inFile('Closure reason')),
    ...acceptanceFields,
    generativeRisk: {
      label: 'NIST AI 600-1 risk',
      options: generativeRisks,
      cell: (row) => optionLabel(generativeRisks, row.generativeRisk) || null,
      column: 'hidden',
      filter: {
        by: 'options',
        options: generativeRisks,
        where: (values) => ({ generativeRisk: { in: [...values] } }),
      },
      import: { value: (row) => row.generativeRisk, parse: 'option', whenEmpty: { value: null } },
    },
    requirements: {
      label: 'Requirements',
      cell: (row) => (row.requirementWords.length > 0 ? { list: row.requirementWords } : null),
      column: 'file',
      import: {
        value: (row) => row.requirements,
        parse: 'requirements',
        aliases: ['Requirement', 'Mapped to', 'Mapping', 'Framework references', 'Citations'],
        hint: 'Numbers of requirements, separated by semicolons, such as GOVERN 1.1.',
      },
    },
    controls: {
      label: 'Controls',
      cell: (row) => refsOf(row.controls),
      column: 'file',
      import: {
        value: (row) => idsOf(row.controls),
        parse: 'controls',
        aliases: ['Control', 'Existing controls', 'Current controls', 'Safeguards'],
        hint: 'References or titles, separated by semicolons.',
      },
    },
    actions: {
      label: 'Actions',
      cell: (row) => row.actions.map(actionLine).join('\n') || null,
      column: 'file',
      import: {
        value: (row) => row.actions.map(actionValue).toSorted(),
        parse: 'lines',
        lines: actionLines,
        whenEmpty: 'kept',
        aliases: ['Action', 'Action plan', 'Action items', 'Corrective actions'],
        hint: 'One on each line: Sample ten notes | by Ann Lee | due 2026-05-01.',
      },
    },
    starter: {
      label: 'From the library',
      cell: (row) => row.starterKey,
      column: 'file',
      import: {
        value: (row) => row.starterKey ?? '',
        parse: 'text',
        whenEmpty: 'kept',
        hint: 'Filled by exports: which risk of the library it was made from.',
      },
    },
    notes: text('Notes', 'notes', hidden('Comments', 'Remarks')),
  },
})
