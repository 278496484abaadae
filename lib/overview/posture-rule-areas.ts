import { systemTable } from '#lib/ai-systems/table'
import { assessmentTable } from '#lib/assessments/table'
import { count } from '#lib/base/text'
import type { GapKind } from '#lib/frameworks/gaps'
import { type Area, figure, has, is, rowsAt } from './posture-area.ts'
import { assessmentQueries, withPatientData } from './rule-numbers.ts'

const gaps = (kind: GapKind) => `/frameworks/gaps?kind=${kind}`
const assessments = rowsAt(assessmentTable.path)

export const controlArea: Area = {
  key: 'controls',
  title: 'Rules and controls',
  short: 'controls',
  base: {
    keys: ['rulesInPlace'],
    href: '/frameworks',
    phrase: (number) => `${count(number, 'requirement')} ${has(number)} a control in place`,
    none: 'No requirement has a control in place',
  },
  rules: [
    {
      state: 'danger',
      says: 'The law requires it, and no control answers it.',
      key: 'rulesRequired',
      href: gaps('required'),
      phrase: (number) => `${figure(number)} that the law requires ${has(number)} none`,
    },
    {
      state: 'danger',
      says: 'The law wants it done or written down why not, and no control answers it.',
      key: 'rulesAddressable',
      href: gaps('addressable'),
      phrase: (number) => `${figure(number)} addressable ${has(number)} none`,
    },
    {
      state: 'danger',
      says: 'A control that answers a requirement failed its last test.',
      key: 'rulesFailing',
      href: gaps('failing'),
      phrase: (number) => `for ${figure(number)} a control failed its test`,
    },
    {
      state: 'attention',
      says: 'A control that answers a requirement is only partly in place, or was found weak.',
      key: 'rulesPartly',
      href: gaps('partly'),
      phrase: (number) => `${figure(number)} ${is(number)} partly there`,
    },
    {
      state: 'attention',
      says: 'The practice follows it by choice, and no control answers it.',
      key: 'rulesVoluntary',
      href: gaps('voluntary'),
      phrase: (number) => `${figure(number)} followed by choice ${has(number)} none`,
    },
  ],
  compared: {
    keys: ['rulesRequired', 'rulesAddressable', 'rulesFailing', 'rulesPartly', 'rulesVoluntary'],
    one: 'gap',
    many: 'gaps',
  },
}

export const assessmentArea: Area = {
  key: 'assessments',
  title: 'Assessments',
  short: 'assessments',
  base: {
    keys: ['assessmentsSigned'],
    href: assessments(assessmentQueries.assessmentsSigned),
    phrase: (number) => `${count(number, 'assessment')} ${is(number)} signed`,
    none: 'No assessment is signed',
  },
  rules: [
    {
      state: 'danger',
      says: 'Patient data goes into an AI system in use, and no security risk analysis of the practice was ever signed.',
      key: 'dataUnanalysed',
      href: rowsAt(systemTable.path)(withPatientData),
      phrase: (number) =>
        `${count(number, 'AI system')} with patient data ${number === 1 ? 'runs' : 'run'} without a signed risk analysis`,
    },
    {
      state: 'danger',
      says: 'The security risk analysis of the practice should have been finished, or begun again, by now.',
      key: 'analysisOverdue',
      href: assessments(assessmentQueries.analysisOverdue),
      phrase: (number) => `${count(number, 'risk analysis', 'risk analyses')} ${is(number)} overdue`,
    },
    {
      state: 'attention',
      says: 'An assessment of an AI system should have been finished, or begun again, by now.',
      key: 'assessmentsOverdue',
      href: assessments(assessmentQueries.assessmentsOverdue),
      phrase: (number) => `${count(number, 'assessment')} of AI systems ${is(number)} overdue`,
    },
  ],
  compared: { keys: ['analysisOverdue', 'assessmentsOverdue'], one: 'overdue', many: 'overdue' },
}
