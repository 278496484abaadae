import type { Framework } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { administrativeSafeguards } from './hipaa-security-administrative.ts'
import { documentationRequirements, organizationalRequirements } from './hipaa-security-documents.ts'
import { securityGroups } from './hipaa-security-groups.ts'
import { physicalSafeguards, technicalSafeguards } from './hipaa-security-physical-technical.ts'

/** The Security Rule as it is in force: every standard and every implementation specification. */
export const hipaaSecurity: Framework = {
  key: 'hipaa-security',
  name: 'HIPAA Security Rule',
  shortName: 'HIPAA Security',
  version: '45 CFR Part 164, Subpart C, in the text of 2013',
  publisher: 'US Department of Health and Human Services',
  url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164',
  status: 'in force',
  effectiveOn: null,
  checkedOn: lastChecked,
  note: 'Addressable does not mean optional, 45 CFR 164.306(d)(3): look at each one, do it where that is reasonable and appropriate, and otherwise write down why not and do something that serves the same end where that is reasonable and appropriate. The text in force is still that of 2013; what was proposed in January 2025 is not in force and stands in a list of its own. The general rules of 164.306 are cited in places but are no rows here. State law that protects patients more stays in force beside it.',
  groups: securityGroups,
  requirements: [
    ...administrativeSafeguards,
    ...physicalSafeguards,
    ...technicalSafeguards,
    ...organizationalRequirements,
    ...documentationRequirements,
  ],
}
