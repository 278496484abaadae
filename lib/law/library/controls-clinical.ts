import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Safe and fair care: what is tested, read, sampled and measured. */
export const clinicalControls: readonly StarterControl[] = [
  {
    key: 'go-live-test',
    title: 'Tested on our own cases before the first patient',
    does: 'Before a tool goes live, those who will use it try about thirty cases of ours, hard ones and different patients among them. The marks it must reach, and what stops it, are set beforehand.',
    evidence:
      'The cases, the marks set beforehand, the results with version and date, and who let it go live.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: [
        'MAP 2.3',
        'MEASURE 1.1',
        'MEASURE 2.1',
        'MEASURE 2.3',
        'MEASURE 2.5',
        'MEASURE 2.6',
        'MEASURE 4.1',
        'MANAGE 1.1',
      ],
      generative: ['2.2', '2.3', '2.11'],
      iso: ['A.6.2.4', 'A.6.2.5'],
    }),
  },
  {
    key: 'read-before-sign',
    title: 'A clinician reads, corrects and signs each AI text',
    does: 'No note, letter, order or reply written by AI enters the record or reaches a patient before the responsible clinician has read it whole. Medicines, doses, allergies, sides and negations are checked first.',
    evidence:
      'Time between draft and signature, share of drafts that were changed, and the rule as staff signed it.',
    testEveryMonths: 1,
    requirements: refs({
      rmf: ['GOVERN 3.2', 'MAP 3.5', 'MEASURE 2.8'],
      generative: ['2.2', '2.7'],
      security: ['164.312(c)(1)'],
      iso: ['A.9.2', 'A.9.3'],
    }),
  },
  {
    key: 'monthly-sample',
    title: 'Monthly sample of AI notes and codes',
    does: 'Each month a clinician compares a few notes per colleague with the recording or the visit, and a coder compares proposed codes with the chart. Errors are counted by kind and talked over.',
    evidence:
      'The sample sheet: number checked, errors by kind and gravity, and what was changed because of it.',
    testEveryMonths: 1,
    requirements: refs({
      rmf: ['MEASURE 1.2', 'MEASURE 1.3', 'MEASURE 2.5', 'MEASURE 2.6', 'MEASURE 4.2'],
      generative: ['2.2', '2.8'],
      security: ['164.312(c)(1)'],
      iso: ['A.6.2.6'],
    }),
  },
  {
    key: 'drift-figures',
    title: 'A few figures per tool watched for drift',
    does: 'Each tool has two or three figures with a limit, such as corrections per note, missed calls or false alarms. Its owner looks every month and acts when a limit is passed.',
    evidence: 'The figures over time with their limits, and a note for each time that a limit was passed.',
    testEveryMonths: 1,
    requirements: refs({
      rmf: ['MEASURE 2.4', 'MEASURE 3.1', 'MEASURE 4.3', 'MANAGE 2.2', 'MANAGE 4.1'],
      generative: ['2.12'],
      iso: ['A.6.2.6'],
    }),
  },
  {
    key: 'bias-review',
    title: 'Bias review of tools that steer care',
    does: 'We list tools that use race, color, national origin, sex, age or disability, or stand-ins such as ZIP code, compare their results between groups, and write down what we do about a gap.',
    evidence:
      'The list of inputs, figures per group where numbers allow, and the measure taken for each tool.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['MAP 2.3', 'MEASURE 1.1', 'MEASURE 2.11'],
      generative: ['2.6'],
      section1557: ['92.210(a)', '92.210(b)', '92.210(c)'],
      iso: ['A.5.4', 'A.7.4'],
    }),
  },
  {
    key: 'own-judgment',
    title: 'Clinicians look first, and may overrule',
    does: 'Clinicians form their own view before they open the AI result and note when they overrule it. Overruled alerts are counted, useless ones are switched off, and some sessions are done without AI.',
    evidence:
      'Overrides by tool and kind, alerts changed because of them, and the dates of sessions without AI.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 4.1', 'MAP 3.4', 'MAP 3.5', 'MEASURE 4.2', 'MEASURE 4.3', 'MANAGE 4.2'],
      generative: ['2.7'],
      iso: ['A.4.6', 'A.9.3'],
    }),
  },
  {
    key: 'human-handover',
    title: 'Always a way to a person; emergencies at once',
    does: 'Chatbots and phone agents hand over at words of emergency, self-harm or doubt, name 911 and 988, and let everyone reach a person without trouble. It works in our patients’ languages.',
    evidence: 'Results of test calls and chats with emergency words, and the time until a person answered.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 3.2', 'MAP 3.5', 'MEASURE 2.6', 'MANAGE 4.1'],
      generative: ['2.3', '2.7'],
      iso: ['A.9.2', 'A.9.3'],
    }),
  },
  {
    key: 'translation-review',
    title: 'Machine translation read by a qualified translator',
    does: 'Where a translated text is about rights, consent, instructions or anything that has to be exact, a qualified human translator reads it before a patient gets it. Conversations get an interpreter.',
    evidence:
      'The texts with translator, qualification and date, and the list of texts that may not be sent without.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['MEASURE 2.5', 'MEASURE 2.11'],
      generative: ['2.6', '2.8'],
      section1557: ['92.201(c)(3)'],
    }),
  },
]
