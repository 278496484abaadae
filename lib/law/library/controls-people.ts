import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Patients and staff: who is told, asked, heard, taught and held to the rules. */
export const peopleControls: readonly StarterControl[] = [
  {
    key: 'patient-notice',
    title: 'Patients are told where AI is used',
    does: 'Messages, calls and chats say at the start that AI is at work and how to reach a person, in the way each state asks for. No text, name or picture suggests that the AI is a clinician.',
    evidence:
      'The wording used in each channel and state with its date, and pictures of the chat and scripts of the calls.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 1.1', 'GOVERN 5.1', 'MEASURE 2.8'],
      generative: ['2.7', '2.8'],
      iso: ['A.8.2', 'A.8.5'],
    }),
  },
  {
    key: 'recording-consent',
    title: 'Consent before anything is recorded',
    does: 'Patients and everyone else in the room or on the line are told of the recording and agree before it starts; no is respected at once. Visits with special protection stay off unless counsel has agreed.',
    evidence:
      'The answer in each record with time and wording, and the list of visits where recording stays off.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 1.1', 'MAP 1.1', 'MEASURE 2.8'],
      generative: ['2.4'],
      privacy: ['164.508', '164.530(c)'],
      iso: ['A.8.5'],
    }),
  },
  {
    key: 'patient-feedback',
    title: 'Patients and staff can complain and are answered',
    does: 'There is one easy way to say that AI got something wrong or felt unfair, to ask for a person’s decision and to have the record put right. Each report gets an answer and reaches the tool’s owner.',
    evidence:
      'The list of reports with date, answer and what was changed, and a yearly summary by tool and group.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 5.1', 'GOVERN 5.2', 'MAP 5.2', 'MEASURE 3.3', 'MANAGE 4.1', 'MANAGE 4.2'],
      generative: ['2.6', '2.7'],
      privacy: ['164.530(d)'],
      iso: ['A.3.3', 'A.8.3'],
    }),
  },
  {
    key: 'public-words',
    title: 'Public texts and pictures checked by a person',
    does: 'Somebody responsible reads AI texts and looks at AI pictures before they are published, checks sources, licenses and promises, and watches for fakes of us. One person speaks for the practice.',
    evidence:
      'Texts with reader and source, the monthly search for our names, and the plan for the first day of bad news.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 6.1', 'MAP 4.1', 'MEASURE 2.8'],
      generative: ['2.8', '2.10', '2.11'],
      iso: ['A.8.5'],
    }),
  },
  {
    key: 'training',
    title: 'AI and privacy training every quarter',
    does: 'New staff before they use a tool, and everyone each quarter, managers too, learn in ten minutes what is approved, what must not be typed in, how AI errs, how attacks look and whom to tell.',
    evidence: 'Who completed which version when, their answers, and the names of those still missing.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 2.2', 'GOVERN 4.1', 'MAP 3.4'],
      generative: ['2.7', '2.9'],
      security: ['164.308(a)(5)(i)', '164.308(a)(5)(ii)(A)'],
      privacy: ['164.530(b)'],
      iso: ['A.4.6'],
    }),
  },
  {
    key: 'sanctions',
    title: 'Breaking the rules has known consequences',
    does: 'Staff know what happens when patient data is put into a tool that is not approved or records are opened out of curiosity. It is applied alike to all and written down; honest reporting is never punished.',
    evidence: 'The policy as signed by staff, and a record of each case with what was decided.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['GOVERN 1.4'],
      security: ['164.308(a)(1)(ii)(C)'],
      privacy: ['164.530(e)'],
    }),
  },
]
