import type { Framework, Requirement } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { proposedRows } from './security-rule-proposal-rows.ts'

/** What HHS proposed in January 2025 to change in the Security Rule. None of it is in force. */
export const securityRuleProposal: Framework = {
  key: 'security-rule-proposal',
  name: 'Proposed changes to the HIPAA Security Rule',
  shortName: 'Security Rule proposal',
  version: '90 FR 898 (January 6, 2025), RIN 0945-AA22',
  publisher: 'US Department of Health and Human Services',
  url: 'https://www.hhs.gov/hipaa/for-professionals/security/hipaa-security-rule-nprm/factsheet',
  status: 'proposed',
  effectiveOn: null,
  checkedOn: lastChecked,
  note: 'A proposal: nothing here has to be done today. The government’s agenda lists it under long-term actions, and names July 2027 for a final rule; it may change or never come. The rows are from the fact sheet and from reports on it, in our order and under names of our own; where a number is unchecked, the row says so.',
  groups: [
    { id: 'rule', parent: null, title: 'The rule itself', says: 'How strict it would be, and from when on.' },
    {
      id: 'knowing',
      parent: null,
      title: 'Knowing the risks',
      says: 'Lists, analyses and audits it would ask for.',
    },
    {
      id: 'technical',
      parent: null,
      title: 'Technical protection',
      says: 'What systems would have to do.',
    },
    {
      id: 'emergencies',
      parent: null,
      title: 'Incidents and emergencies',
      says: 'How fast the practice would have to be back.',
    },
    {
      id: 'people-and-vendors',
      parent: null,
      title: 'Staff and vendors',
      says: 'Ending access, and what vendors would have to tell.',
    },
  ],
  requirements: proposedRows,
}

const isAddressable = ({ designation }: Requirement) => designation === 'addressable'

/**
 * By row of the proposal, the ids of the Security Rule in force that it bears on, for showing “would require” there. The
 * assignment is ours: the proposal numbers its paragraphs anew.
 */
export const wouldChange: Readonly<Record<string, readonly string[]>> = {
  'no-addressable': hipaaSecurity.requirements.filter(isAddressable).map(({ id }) => id),
  written: ['164.316(a)', '164.316(b)(1)'],
  inventory: ['164.308(a)(1)(ii)(A)'],
  'risk-analysis': ['164.308(a)(1)(ii)(A)'],
  mfa: ['164.312(d)'],
  encryption: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  scans: ['164.308(a)(8)'],
  patches: ['164.308(a)(1)(ii)(B)'],
  controls: ['164.312(a)(1)', '164.308(a)(5)(ii)(B)', '164.308(a)(7)(ii)(A)'],
  restore: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(E)'],
  'incident-response': ['164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
  audit: ['164.308(a)(8)'],
  'vendor-verification': ['164.308(b)(1)', '164.308(b)(3)'],
  'vendor-contingency': ['164.314(a)(2)(i)(C)'],
  'access-notice': ['164.308(a)(3)(ii)(C)'],
  'access-end': ['164.308(a)(3)(ii)(C)'],
  timeline: [],
  ai: ['164.308(a)(1)(ii)(A)'],
}
