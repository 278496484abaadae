import { day } from '#lib/base/days'
import type { Framework, Requirement } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { notChecked } from './unchecked-words.ts'

const tools = '92.210'
const around = '92.4, 92.7, 92.201'

function row(group: string, id: string, title: string, ...words: [string, string, string]): Requirement {
  const [says, good, asks] = words
  return { id, group, title, says, good, asks, citation: `45 CFR ${id}` }
}

const requirements: readonly Requirement[] = [
  row(
    tools,
    '92.210(a)',
    'No discrimination through decision support tools',
    'Do not treat patients worse because of age, sex, disability, race, color or national origin by way of a tool that supports decisions about their care. An AI tool can be one.',
    'Clinicians know that a score is one voice among others, and cases where it seemed unfair are reported.',
    'Has somebody thought through, for each tool that supports decisions on care, whether it could treat some patients worse?',
  ),
  row(
    tools,
    '92.210(b)',
    'Finding the tools that use such traits',
    'Keep making reasonable efforts to find those of your tools that take age, sex, disability, race, color or national origin, or something that measures them, as an input.',
    'The list of tools says for each which such inputs it uses, by the vendor’s own answer; ZIP code, language and insurance are asked about as well.',
    'Is it noted for each tool that supports decisions on care whether it uses one of these traits as an input?',
  ),
  row(
    tools,
    '92.210(c)',
    'Reducing the risk for each of them',
    `For each tool found that way, make reasonable efforts to lower the risk that its use discriminates. This paragraph is put here from a summary. ${notChecked}`,
    'Each such tool has a written measure, somebody responsible and a date for looking again.',
    'Does each tool that uses such a trait have a written measure against discrimination?',
  ),
  row(
    around,
    '92.4',
    'What counts as such a tool',
    `Anything, automated or not, that the practice uses to support clinical decisions: AI, calculators, flowcharts. Tools for billing or scheduling alone are not meant. ${notChecked}`,
    'Each tool on the list is marked: supports decisions on care, or does not.',
    'Is each AI tool and calculator marked as supporting decisions on care, or not?',
  ),
  row(
    around,
    '92.7',
    'A coordinator, with 15 or more employees',
    `A practice with 15 or more employees names a coordinator for Section 1557. ${notChecked}`,
    'The name is in writing, and the coordinator sees the list of tools. Smaller practices have noted their number of employees.',
    'Is a coordinator named, or is it noted that the practice has fewer than 15 employees?',
  ),
  row(
    around,
    '92.201(c)(3)',
    'Machine translation is looked over by a translator',
    'When a machine translates text that is critical for rights, benefits or access, that has to be exact, or that is complex or technical, a qualified human translator reviews it.',
    'Instructions and consent forms that were translated by an AI tool go to a translator before they go to the patient.',
    'Does a qualified translator review what machines translate for patients when it matters?',
  ),
]

/** Section 1557 of the Affordable Care Act: tools that support decisions on care, and machine translation. */
export const section1557: Framework = {
  key: 'section-1557',
  name: 'Section 1557: no discrimination through decision support tools',
  shortName: 'Section 1557',
  version: '45 CFR Part 92, rule of 2024 (89 FR 37522)',
  publisher: 'US Department of Health and Human Services',
  url: 'https://www.ecfr.gov/current/title-45/section-92.210',
  status: 'in force',
  effectiveOn: day('2025-05-01'),
  checkedOn: lastChecked,
  note: 'For practices that receive federal money for health care, which is most that bill Medicare or Medicaid. The rule took effect on July 5, 2024; the date shown is that of 92.210(b) and (c). What is expected depends on size and means, by our recollection of what HHS wrote; nobody has held that against its source. A court is said to have set aside other parts of the 2024 rule in October 2025, which is unchecked as well; no change to 92.210 was found, but one in 2026 could not be ruled out.',
  groups: [
    {
      id: tools,
      parent: null,
      title: 'Patient care decision support tools',
      says: 'Finding the ones that could discriminate, and doing something about it.',
    },
    {
      id: around,
      parent: null,
      title: 'What goes with it',
      says: 'What is meant, who looks after it, and machine translation.',
    },
  ],
  requirements,
}
