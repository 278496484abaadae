import { agreementTable } from '#lib/agreements/table'
import { systemTable } from '#lib/ai-systems/table'
import { count } from '#lib/base/text'
import { vendorTable } from '#lib/vendors/table'
import { duePath } from './due-table.ts'
import { type Area, type AreaKey, figure, has, is, rowsAt } from './posture-area.ts'
import {
  coveredStages,
  firstReview,
  laterReviews,
  type PostureNumbers,
  renewedFiles,
} from './posture-numbers.ts'
import { riskArea } from './posture-risk-areas.ts'
import { assessmentArea, controlArea } from './posture-rule-areas.ts'
import { trainingArea } from './posture-training-area.ts'

const systems = rowsAt(systemTable.path)
const agreements = rowsAt(agreementTable.path)
const vendors = rowsAt(vendorTable.path)
const duties = rowsAt(duePath)

const running = ['approved', 'in-use']

/** Where the systems are that stand in one way, of those whose cover counts. */
export const coverHref = (...cover: string[]) => systems({ stage: coveredStages, cover })

const patientData: Area = {
  key: 'patient-data',
  title: 'Patient data',
  short: 'patient data',
  base: {
    keys: ['covered', 'lapsing'],
    href: coverHref('covered', 'lapsing'),
    phrase: (number) => `Agreements cover ${count(number, 'AI system')}`,
    none: 'No agreement covers an AI system yet',
  },
  rules: [
    {
      state: 'danger',
      says: 'An AI system is approved or in use, and an agreement that its patient data needs is missing.',
      key: 'exposed',
      href: systems({ stage: running, cover: 'uncovered' }),
      phrase: (number) => `${figure(number)} ${number === 1 ? 'runs' : 'run'} without`,
    },
    {
      state: 'danger',
      says: 'An agreement is missing, and an officer lets the AI system go on for a time.',
      key: 'override',
      href: coverHref('override'),
      phrase: (number) => `${figure(number)} ${is(number)} let through for a time`,
    },
    {
      state: 'attention',
      says: 'An AI system was stopped because an agreement is missing.',
      key: 'stopped',
      href: systems({ stage: 'suspended-pending' }),
      phrase: (number) => `${figure(number)} ${is(number)} stopped for lack of one`,
    },
    {
      state: 'attention',
      says: 'Nobody has described what patient data goes into an AI system: whether it needs an agreement is not known.',
      key: 'undescribed',
      href: coverHref('undescribed'),
      phrase: (number) => `${figure(number)} ${is(number)} not described`,
    },
    {
      state: 'attention',
      says: 'An AI system is covered, and the agreement behind it ends within 90 days.',
      key: 'lapsing',
      href: coverHref('lapsing'),
      phrase: (number) => `for ${figure(number)} cover ends within 90 days`,
    },
  ],
  compared: { keys: ['override', 'uncovered'], one: 'without cover', many: 'without cover' },
}

const aiSystems: Area = {
  key: 'ai-systems',
  title: 'AI systems',
  short: 'AI systems',
  base: {
    keys: ['inUse'],
    href: systems({ stage: 'in-use' }),
    phrase: (number) => `${count(number, 'AI system')} ${is(number)} in use`,
    none: 'No AI system is in use',
  },
  rules: [
    {
      state: 'danger',
      says: 'A high-risk AI system in use has a safeguard that is missing or not known.',
      key: 'highLacking',
      href: systems({ stage: 'in-use', tier: 'high', safeguards: 'lacking' }),
      phrase: (number) => `${figure(number)} of high risk ${number === 1 ? 'lacks' : 'lack'} a safeguard`,
    },
    {
      state: 'danger',
      says: 'A high-risk AI system in use has no owner.',
      key: 'highOrphan',
      href: systems({ stage: 'in-use', tier: 'high', owner: 'none' }),
      phrase: (number) => `${figure(number)} of high risk ${has(number)} no owner`,
    },
    {
      state: 'attention',
      says: 'Another AI system in use has a safeguard that is missing or not known.',
      key: 'otherLacking',
      href: systems({ stage: 'in-use', tier: ['moderate', 'low'], safeguards: 'lacking' }),
      phrase: (number) => `${figure(number)} of less risk ${number === 1 ? 'lacks' : 'lack'} a safeguard`,
    },
    {
      state: 'attention',
      says: 'Another AI system in use has no owner.',
      key: 'otherOrphan',
      href: systems({ stage: 'in-use', tier: ['moderate', 'low'], owner: 'none' }),
      phrase: (number) => `${figure(number)} of less risk ${has(number)} no owner`,
    },
    {
      state: 'attention',
      says: 'Nobody knows whether patient data goes into an AI system in use.',
      key: 'dataUnknown',
      href: systems({ stage: 'in-use', patientData: 'unknown' }),
      phrase: (number) => `for ${figure(number)} nobody knows whether patient data goes in`,
    },
  ],
  compared: {
    keys: ['highLacking', 'highOrphan', 'otherLacking', 'otherOrphan', 'dataUnknown'],
    one: 'gap',
    many: 'gaps',
  },
}

const inForce = { status: ['executed', 'expiring'] }
const grave = ['baa', 'data-use']

const parties: Area = {
  key: 'agreements',
  title: 'Vendors and agreements',
  short: 'agreements',
  base: {
    keys: ['inForce'],
    href: agreements(inForce),
    phrase: (number) => `${count(number, 'agreement')} ${is(number)} in force`,
    none: 'No agreement is in force',
  },
  rules: [
    {
      state: 'danger',
      says: 'A business associate or data use agreement has ended, and none took its place.',
      key: 'lapsedGrave',
      href: agreements({ kind: grave, status: 'lapsed' }),
      phrase: (number) => `${figure(number)} about patient data ${has(number)} lapsed`,
    },
    {
      state: 'danger',
      says: 'A vendor has patient data, and nobody has decided whether it is a business associate.',
      key: 'undetermined',
      href: vendors({ businessAssociate: 'gap' }),
      phrase: (number) => `${count(number, 'vendor')} with patient data ${is(number)} not decided on`,
    },
    {
      state: 'attention',
      says: 'A business associate agreement in force lacks a clause that the law requires, or nobody has looked.',
      key: 'incomplete',
      href: agreements({ kind: 'baa', ...inForce, complete: 'incomplete' }),
      phrase: (number) => `${figure(number)} ${number === 1 ? 'lacks' : 'lack'} clauses`,
    },
    {
      state: 'attention',
      says: 'An agreement in force ends within 90 days.',
      key: 'expiring',
      href: agreements({ status: 'expiring' }),
      phrase: (number) => `${figure(number)} ${number === 1 ? 'ends' : 'end'} within 90 days`,
    },
    {
      state: 'attention',
      says: 'Another agreement has ended, and none took its place.',
      key: 'lapsedOther',
      href: agreements({ kind: ['contract', 'other'], status: 'lapsed' }),
      phrase: (number) => `${figure(number)} other ${has(number)} lapsed`,
    },
    {
      state: 'attention',
      says: 'Nobody knows whether a vendor gets patient data.',
      key: 'vendorDataUnknown',
      href: vendors({ businessAssociate: 'open', patientData: 'unknown' }),
      phrase: (number) => `for ${count(number, 'vendor')} nobody knows whether patient data goes there`,
    },
  ],
  compared: {
    keys: ['lapsedGrave', 'undetermined', 'incomplete', 'lapsedOther', 'vendorDataUnknown'],
    one: 'open point',
    many: 'open points',
  },
}

const whatIsDue: Area = {
  key: 'duties',
  title: 'Duties',
  short: 'duties',
  base: {
    keys: ['open'],
    href: duePath,
    phrase: (number) => `${count(number, 'duty', 'duties')} ${is(number)} open`,
    none: 'No duty is open',
  },
  rules: [
    {
      state: 'attention',
      says: 'A duty is overdue.',
      key: 'overdue',
      href: duties({ due: 'overdue' }),
      phrase: (number) => `${figure(number)} ${is(number)} overdue`,
    },
    {
      state: 'danger',
      says: 'A duty is overdue on which patients or the law depend.',
      key: 'overdueGrave',
      href: duties({ due: 'overdue', harm: '3' }),
      phrase: (number) => `patients or the law depend on ${figure(number)} of them`,
    },
    {
      state: 'danger',
      says: 'A duty has been overdue for more than 90 days.',
      key: 'overdueLong',
      href: duties({ age: '90+' }),
      phrase: (number) => `${figure(number)} for more than 90 days`,
    },
  ],
  compared: { keys: ['overdue'], one: 'overdue', many: 'overdue' },
}

const checks: Area = {
  key: 'checks',
  title: 'Reviews and evidence',
  short: 'reviews',
  base: {
    keys: ['checks'],
    href: duties({ duty: [firstReview, ...laterReviews, ...renewedFiles] }),
    phrase: (number) => `${count(number, 'review or renewal', 'reviews and renewals')} ${is(number)} planned`,
    none: 'No review is planned and no file asks for a newer one',
  },
  rules: [
    {
      state: 'danger',
      says: 'Nobody has looked at an AI system yet, and its first review is overdue.',
      key: 'firstReviewsOverdue',
      href: duties({ duty: firstReview, due: 'overdue' }),
      phrase: (number) => `${count(number, 'first review')} ${is(number)} overdue`,
    },
    {
      state: 'attention',
      says: 'Another review of an AI system or a vendor is overdue.',
      key: 'reviewsOverdue',
      href: duties({ duty: laterReviews, due: 'overdue' }),
      phrase: (number) => `${count(number, 'later review')} ${is(number)} overdue`,
    },
    {
      state: 'attention',
      says: 'A file or a vendor’s certificate has ended, and no newer one is there.',
      key: 'filesOverdue',
      href: duties({ duty: renewedFiles, due: 'overdue' }),
      phrase: (number) => `${count(number, 'file or certificate', 'files and certificates')} ended`,
    },
  ],
  compared: {
    keys: ['firstReviewsOverdue', 'reviewsOverdue', 'filesOverdue'],
    one: 'overdue',
    many: 'overdue',
  },
}

/** Every area, in the order of the page. */
export const areas: readonly Area[] = [
  ...[patientData, aiSystems, parties, riskArea, controlArea],
  ...[assessmentArea, trainingArea, whatIsDue, checks],
]

/** What is there to be judged at all: without any of it, an area says nothing. */
export function isJudged(key: AreaKey, n: PostureNumbers): boolean {
  if (key === 'patient-data')
    return n.covered + n.lapsing + n.override + n.uncovered + n.undescribed + n.notNeeded > 0
  if (key === 'ai-systems') return n.inUse > 0
  if (key === 'agreements') return n.vendors + n.inForce + n.lapsedGrave + n.lapsedOther > 0
  if (key === 'risks') return n.risksOpen > 0
  if (key === 'training') return n.trainingPeople > 0
  if (key === 'controls')
    return n.rulesInPlace + n.rulesRequired + n.rulesAddressable + n.rulesPartly + n.rulesVoluntary > 0
  if (key === 'assessments')
    return n.assessmentsSigned + n.analysisOverdue + n.assessmentsOverdue + n.dataUnanalysed > 0
  return key === 'duties' ? n.open > 0 : n.checks > 0
}
