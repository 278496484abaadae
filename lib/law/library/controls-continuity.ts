import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** When something goes wrong: reporting, stopping, carrying on and coming back. */
export const continuityControls: readonly StarterControl[] = [
  {
    key: 'incident-response',
    title: 'Incidents reported within the hour and worked off',
    does: 'Anyone who suspects an AI error or a leak tells the named person within the hour, without blame. Patients are made safe first, harm is limited, vendors and those affected are told, and we learn from it.',
    evidence:
      'The incident log with times, tool and version, harm, steps taken, outcome and what was changed afterwards.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 4.1', 'GOVERN 4.3', 'MANAGE 2.3', 'MANAGE 4.1', 'MANAGE 4.3'],
      generative: ['2.2', '2.3', '2.9'],
      security: ['164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
      privacy: ['164.530(f)'],
      iso: ['A.3.3', 'A.8.4'],
    }),
  },
  {
    key: 'breach-decision',
    title: 'Breach decision in writing, with the clock running',
    does: 'The day of discovery is written down, the four factors are weighed and signed, and whoever must be told is told in time. Disclosures that were not allowed go into the accounting.',
    evidence:
      'The decision with its four factors, the dates of notices to patients and to HHS, and the entry in the accounting.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['MANAGE 4.3'],
      security: ['164.308(a)(6)(ii)'],
      privacy: ['164.528', '164.530(f)'],
      breach: ['164.402', '164.404', '164.408', '164.410'],
      iso: ['A.8.4'],
    }),
  },
  {
    key: 'kill-switch',
    title: 'Every tool can be switched off in minutes',
    does: 'For each tool it is written down who may stop it without asking, which switch, account or number does it, and what happens with work under way. It is tried out twice a year.',
    evidence: 'The card for each tool, and the date, minutes needed and findings of the last trial.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 1.7', 'MEASURE 2.6', 'MANAGE 2.3', 'MANAGE 2.4'],
      generative: ['2.3', '2.9'],
      security: ['164.308(a)(6)(ii)'],
    }),
  },
  {
    key: 'downtime-procedure',
    title: 'Downtime procedure that has been practiced',
    does: 'Paper forms, phone lists and a way to see needed records in an emergency are ready for each important tool. Staff practice a morning without them, and data stays protected meanwhile.',
    evidence: 'The downtime kit, and the date, people and lessons of the last drill.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 6.2', 'MEASURE 2.6', 'MANAGE 2.1', 'MANAGE 2.4'],
      generative: ['2.12'],
      security: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)', '164.308(a)(7)(ii)(D)', '164.312(a)(2)(ii)'],
    }),
  },
  {
    key: 'backups',
    title: 'Backups that were really restored',
    does: 'Records, recordings we must keep and the settings of AI tools are copied daily, with one copy out of reach of an attacker. Twice a year somebody restores them and checks that they are whole.',
    evidence:
      'The backup report, and for each restore test what was restored, how long it took and what was missing.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['MEASURE 2.7', 'MANAGE 2.3'],
      security: ['164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(D)', '164.310(d)(2)(iv)'],
    }),
  },
]
