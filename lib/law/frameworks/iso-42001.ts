import type { Framework } from '../framework.ts'

const objectives: readonly { id: string; title: string; controls: Readonly<Record<string, string>> }[] = [
  {
    id: 'A.2',
    title: 'Policies related to AI',
    controls: {
      'A.2.2': 'AI policy',
      'A.2.3': 'Alignment with other organizational policies',
      'A.2.4': 'Review of the AI policy',
    },
  },
  {
    id: 'A.3',
    title: 'Internal organization',
    controls: { 'A.3.2': 'AI roles and responsibilities', 'A.3.3': 'Reporting of concerns' },
  },
  {
    id: 'A.4',
    title: 'Resources for AI systems',
    controls: {
      'A.4.2': 'Resource documentation',
      'A.4.3': 'Data resources',
      'A.4.4': 'Tooling resources',
      'A.4.5': 'System and computing resources',
      'A.4.6': 'Human resources',
    },
  },
  {
    id: 'A.5',
    title: 'Assessing impacts of AI systems',
    controls: {
      'A.5.2': 'AI system impact assessment process',
      'A.5.3': 'Documentation of AI system impact assessments',
      'A.5.4': 'Assessing AI system impact on individuals or groups of individuals',
      'A.5.5': 'Assessing societal impacts of AI systems',
    },
  },
  {
    id: 'A.6',
    title: 'AI system life cycle',
    controls: {
      'A.6.1.2': 'Objectives for responsible development of AI system',
      'A.6.1.3': 'Processes for responsible AI system design and development',
      'A.6.2.2': 'AI system requirements and specification',
      'A.6.2.3': 'Documentation of AI system design and development',
      'A.6.2.4': 'AI system verification and validation',
      'A.6.2.5': 'AI system deployment',
      'A.6.2.6': 'AI system operation and monitoring',
      'A.6.2.7': 'AI system technical documentation',
      'A.6.2.8': 'AI system recording of event logs',
    },
  },
  {
    id: 'A.7',
    title: 'Data for AI systems',
    controls: {
      'A.7.2': 'Data for development and enhancement of AI system',
      'A.7.3': 'Acquisition of data',
      'A.7.4': 'Quality of data for AI systems',
      'A.7.5': 'Data provenance',
      'A.7.6': 'Data preparation',
    },
  },
  {
    id: 'A.8',
    title: 'Information for interested parties of AI systems',
    controls: {
      'A.8.2': 'System documentation and information for users',
      'A.8.3': 'External reporting',
      'A.8.4': 'Communication of incidents',
      'A.8.5': 'Information for interested parties',
    },
  },
  {
    id: 'A.9',
    title: 'Use of AI systems',
    controls: {
      'A.9.2': 'Processes for responsible use of AI systems',
      'A.9.3': 'Objectives for responsible use of AI system',
      'A.9.4': 'Intended use of the AI system',
    },
  },
  {
    id: 'A.10',
    title: 'Third-party and customer relationships',
    controls: {
      'A.10.2': 'Allocating responsibilities',
      'A.10.3': 'Suppliers',
      'A.10.4': 'Customers',
    },
  },
]

/** Annex A of ISO/IEC 42001:2023 by id and title; its text is under ISO’s copyright. */
export const iso42001: Framework = {
  key: 'iso-42001',
  name: 'ISO/IEC 42001:2023, Annex A',
  shortName: 'ISO/IEC 42001',
  version: '2023',
  publisher: 'ISO and IEC',
  url: 'https://www.iso.org/standard/42001',
  status: 'voluntary',
  effectiveOn: null,
  checkedOn: null,
  note: 'Ids and titles only, for reference: the text of the standard is under ISO’s copyright, so nothing is explained or asked here. A practice that works by the standard buys a copy. Ids and titles come from a public transcription; nobody has held them against the standard itself yet.',
  groups: objectives.map(({ id, title }) => ({ id, parent: null, title, says: '' })),
  requirements: objectives.flatMap((objective) =>
    Object.entries(objective.controls).map(([id, title]) => ({
      id,
      group: objective.id,
      title,
      says: '',
      good: '',
      asks: '',
      citation: `ISO/IEC 42001:2023, ${id}`,
    })),
  ),
}
