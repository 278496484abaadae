import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Deciding about AI: who, by which rules, and how it is looked at again. */
export const governanceControls: readonly StarterControl[] = [
  {
    key: 'ai-policy',
    title: 'Written AI policy that names the laws we follow',
    does: 'One short policy says what we want AI for, what is forbidden and which laws apply in each state where we see patients. It is reviewed every year and old versions are kept for six years.',
    evidence:
      'The policy with its date and approval, its earlier versions, and the list of laws with the day each was last checked.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['GOVERN 1.1', 'GOVERN 1.2', 'GOVERN 1.4', 'MAP 1.3'],
      security: ['164.316(a)', '164.316(b)(1)', '164.316(b)(2)(i)', '164.316(b)(2)(iii)'],
      privacy: ['164.530(i)', '164.530(j)'],
      iso: ['A.2.2', 'A.2.3', 'A.2.4', 'A.9.2'],
    }),
  },
  {
    key: 'named-people',
    title: 'Named people answer for AI and for security',
    does: 'A security official, a privacy official and a clinical lead are named in writing, and every AI tool has one owner. The owners of the practice hear the open risks at least twice a year.',
    evidence:
      'The signed list of names and duties, the owner of each tool in the register, and minutes of the meetings with the owners.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 2.1', 'GOVERN 2.3'],
      security: ['164.308(a)(2)'],
      iso: ['A.3.2'],
    }),
  },
  {
    key: 'ai-register',
    title: 'Register of every AI tool in use',
    does: 'Every AI tool is listed with its purpose, vendor, model host, patient data, owner and how badly we would miss it. AI features inside other software count too.',
    evidence:
      'The register, with the day each entry was last confirmed by its owner, compared with invoices and software lists.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 1.6', 'MAP 2.1', 'MAP 4.1'],
      generative: ['2.12'],
      security: ['164.308(a)(7)(ii)(E)'],
      iso: ['A.4.2', 'A.9.4'],
    }),
  },
  {
    key: 'approval-before-use',
    title: 'AI is approved before its first use',
    does: 'No tool is used, and no AI feature switched on, before a small group from the front desk, nursing and the clinicians has written down its purpose, its limits, who it helps and who it could harm, and has agreed.',
    evidence:
      'The approval of each tool: purpose, patients it is meant for, benefits, possible harm, who decided and when.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: [
        'GOVERN 1.3',
        'GOVERN 3.1',
        'GOVERN 4.2',
        'MAP 1.1',
        'MAP 1.2',
        'MAP 1.4',
        'MAP 2.2',
        'MAP 3.1',
        'MAP 3.2',
        'MAP 3.3',
        'MAP 5.1',
        'MANAGE 1.1',
      ],
      security: ['164.308(a)(4)(ii)(B)', '164.308(a)(8)'],
      iso: ['A.5.2', 'A.5.3', 'A.5.4', 'A.6.2.5', 'A.9.4'],
    }),
  },
  {
    key: 'risk-analysis',
    title: 'Risk analysis that covers AI, repeated every year',
    does: 'Everything that holds patient data, AI tools and their vendors included, is listed with its threats, weak points, likelihood and impact. It is done again each year and after a large change.',
    evidence:
      'The dated and signed risk analysis, with the systems it covers and what changed since the last one.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['MAP 3.2', 'MAP 5.1', 'MEASURE 1.1', 'MEASURE 2.7', 'MEASURE 2.10'],
      security: ['164.308(a)(1)(i)', '164.308(a)(1)(ii)(A)'],
      iso: ['A.5.2', 'A.5.3'],
    }),
  },
  {
    key: 'risk-register',
    title: 'Risks have an owner, a plan and a date',
    does: 'Each risk is scored, gets an owner and is reduced, accepted, transferred or avoided by a date; those nobody can measure yet stay listed. What we are willing to bear is written down, and accepted risks come back for a new decision.',
    evidence:
      'The risk register with scores over time, finished actions, and acceptances with reason and end date.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MAP 1.5', 'MEASURE 3.1', 'MEASURE 3.2', 'MANAGE 1.2', 'MANAGE 1.3', 'MANAGE 1.4'],
      security: ['164.308(a)(1)(ii)(B)'],
    }),
  },
  {
    key: 'yearly-look-back',
    title: 'Yearly look-back: does each tool still earn its place?',
    does: 'Once a year, and after a large change, we ask of each tool whether it works, what it costs in money and computing, whether safeguards hold and our checks find its errors, and whether doing without AI would be better.',
    evidence:
      'The look-back of each tool with cost, benefit, open problems and the decision to keep, change or stop it.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: [
        'GOVERN 1.5',
        'MAP 1.4',
        'MEASURE 1.2',
        'MEASURE 2.12',
        'MEASURE 2.13',
        'MANAGE 2.1',
        'MANAGE 2.2',
        'MANAGE 4.2',
      ],
      generative: ['2.5'],
      security: ['164.308(a)(8)'],
      iso: ['A.2.4', 'A.6.2.6'],
    }),
  },
]
