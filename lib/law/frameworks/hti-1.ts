import { day } from '#lib/base/days'
import type { Framework, RequirementGroup } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { predictiveAttributes } from './hti-1-attributes.ts'

const group = (id: string, title: string, says: string): RequirementGroup => ({
  id,
  parent: null,
  title,
  says,
})

/** What a vendor of AI can be asked for: the attributes that certified health IT has to show for predictive tools. */
export const hti1: Framework = {
  key: 'hti-1',
  name: 'HTI-1 source attributes: what to ask the vendor of a predictive tool',
  shortName: 'HTI-1 attributes',
  version: '45 CFR 170.315(b)(11)(iv)(B), rule of 2024 (89 FR 1192)',
  publisher: 'US Department of Health and Human Services, ONC',
  url: 'https://www.ecfr.gov/current/title-45/section-170.315',
  status: 'voluntary',
  effectiveOn: day('2025-01-01'),
  checkedOn: lastChecked,
  note: 'In force for developers of certified health IT, since January 1, 2025. It binds them and not the practice; for you it is a list of good questions, and your record system shows the answers for the predictive tools that come with it. For 11 of the 31 the software may show “not available”. The proposed rule HTI-5 (90 FR 60970, December 29, 2025) would drop the requirement; the questions stay good ones. The list for rule-based decision support, with 13 attributes, is left out.',
  groups: [
    group('(1)', 'Details and output', 'Who made it, and what comes out.'),
    group('(2)', 'Purpose', 'What, whom and how much it is for.'),
    group('(3)', 'Cautioned out-of-scope use', 'Where not to use it.'),
    group('(4)', 'Development details and input features', 'What it learned from, and what goes in.'),
    group('(5)', 'Process used to ensure fairness in development', 'What was done about bias.'),
    group('(6)', 'External validation process', 'How it was tested elsewhere.'),
    group('(7)', 'Quantitative measures of performance', 'How well it does, in numbers.'),
    group('(8)', 'Ongoing maintenance of implementation and use', 'Whether it stays that good, here too.'),
    group(
      '(9)',
      'Update and continued validation or fairness assessment schedule',
      'How it changes, and how soon faults are mended.',
    ),
  ],
  requirements: predictiveAttributes,
}
