import type { Day } from '#lib/base/days'
import type { Framework, Requirement } from '../framework.ts'
import { lastChecked } from '../rule.ts'

/** Control categories 0 to 13. */
const categories = [
  'Information Security Management Program',
  'Access Control',
  'Human Resources Security',
  'Risk Management',
  'Security Policy',
  'Organization of Information Security',
  'Compliance',
  'Asset Management',
  'Physical and Environmental Security',
  'Communications and Operations Management',
  'Information Systems Acquisition, Development, and Maintenance',
  'Information Security Incident Management',
  'Business Continuity Management',
  'Privacy Practices',
]

/** Assessment domains 1 to 19. */
const domains = [
  'Information Protection Program',
  'Endpoint Protection',
  'Portable Media Security',
  'Mobile Device Security',
  'Wireless Security',
  'Configuration Management',
  'Vulnerability Management',
  'Network Protection',
  'Transmission Protection',
  'Password Management',
  'Access Control',
  'Audit Logging & Monitoring',
  'Education, Training & Awareness',
  'Third-Party Assurance',
  'Incident Management',
  'Business Continuity & Disaster Recovery',
  'Risk Management',
  'Physical & Environmental Security',
  'Data Protection & Privacy',
]

const named = (kind: string, group: string, title: string, number: number): Requirement => ({
  id: `${kind} ${number}`,
  group,
  title,
  says: '',
  good: '',
  asks: '',
  citation: `HITRUST CSF, ${kind === 'domain' ? 'assessment domain' : 'control category'} ${number}`,
})

/** The HITRUST CSF by the names that may be shown in public; its text is licensed. */
export const hitrust: Framework = {
  key: 'hitrust',
  name: 'HITRUST CSF',
  shortName: 'HITRUST',
  version: 'CSF v11.4.0 and later',
  publisher: 'HITRUST Alliance',
  url: 'https://hitrustalliance.net',
  status: 'voluntary',
  effectiveOn: null,
  checkedOn: null,
  note: 'Names only: the text of the CSF is licensed and is not shipped here. A practice with a license imports its own export. Only HITRUST certifies, after an assessor authorized by HITRUST has validated; nothing here stands for a HITRUST report.',
  groups: [
    {
      id: 'categories',
      parent: null,
      title: 'Control categories',
      says: 'The 14 chapters of the CSF. Their names are from memory but for category 10: hold them against your own copy.',
    },
    {
      id: 'domains',
      parent: null,
      title: 'Assessment domains',
      says: 'The 19 parts into which an assessment and its report are divided.',
    },
  ],
  requirements: [
    ...categories.map((title, at) => named('category', 'categories', title, at)),
    ...domains.map((title, at) => named('domain', 'domains', title, at + 1)),
  ],
}

/** How sure we are: high is an official text or two sources that agree, medium is one good source or memory. */
export type Confidence = 'high' | 'medium to high' | 'medium'

/** A kind of assessment that HITRUST offers. */
export interface HitrustAssessment {
  key: 'e1' | 'i1' | 'r2' | 'ai1' | 'ai2' | 'ai-risk-management'
  name: string
  /** How many requirement statements it has at least and at most; null where it is tailored to the organization. */
  statements: { fewest: number; most: number } | null
  /** The same in words. */
  size: string
  /** How long its certification lasts; null where it leads to none or it goes with another one. */
  validYears: 1 | 2 | null
  certification: boolean
  says: string
  confidence: Confidence
  checkedOn: Day | null
}

/** The kinds of assessment. 44 is the size of the e1 and the ceiling of the AI security ones; 51 is AI risk management. */
export const hitrustAssessments: readonly HitrustAssessment[] = [
  {
    key: 'e1',
    name: 'e1 Assessment',
    statements: { fewest: 44, most: 44 },
    size: '44 statements',
    validYears: 1,
    certification: true,
    says: 'The smallest: essential security for one year.',
    confidence: 'high',
    checkedOn: lastChecked,
  },
  {
    key: 'i1',
    name: 'i1 Assessment',
    statements: { fewest: 182, most: 182 },
    size: '182 statements',
    validYears: 1,
    certification: true,
    says: 'The middle one, for one year. A quicker renewal is said to exist; that part is from memory.',
    confidence: 'high',
    checkedOn: lastChecked,
  },
  {
    key: 'r2',
    name: 'r2 Assessment',
    statements: null,
    size: 'tailored to the organization’s risk, usually more than 200 statements',
    validYears: 2,
    certification: true,
    says: 'The largest: tailored, for two years with a review in between.',
    confidence: 'high',
    checkedOn: lastChecked,
  },
  {
    key: 'ai1',
    name: 'AI security assessment ai1',
    statements: { fewest: 27, most: 44 },
    size: 'up to 44 statements: 27 for a rule-based model, more for predictive and generative AI',
    validYears: null,
    certification: true,
    says: 'Added to an e1 or i1, with a score of at least 83. Sources differ on whether it can be had alone; HITRUST’s own text says it is an addition.',
    confidence: 'medium to high',
    checkedOn: null,
  },
  {
    key: 'ai2',
    name: 'AI security assessment ai2',
    statements: { fewest: 27, most: 44 },
    size: 'up to 44 statements: 27 for a rule-based model, more for predictive and generative AI',
    validYears: null,
    certification: true,
    says: 'Added to an r2, with a score of at least 62. Sources differ on whether it can be had alone; HITRUST’s own text says it is an addition.',
    confidence: 'medium to high',
    checkedOn: null,
  },
  {
    key: 'ai-risk-management',
    name: 'AI Risk Management Assessment',
    statements: { fewest: 51, most: 51 },
    size: '51 statements',
    validYears: null,
    certification: false,
    says: 'Ends in a report, not in a certification. Built on ISO/IEC 23894:2023 and the NIST AI RMF 1.0.',
    confidence: 'high',
    checkedOn: lastChecked,
  },
]
