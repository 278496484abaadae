import { section } from './build.ts'
import { company, continuity, data, model, security } from './common.ts'

/** For tools that listen to a visit and write the note. */
export const aiScribe = [
  ...company.filter(({ key }) => key !== 'company'),
  ...data.filter(({ key }) => !['return', 'retention'].includes(key)),
  ...section('Recordings and notes', [
    [
      'audio-kept',
      'number',
      'For how many days is the recording of a visit kept? Write 0 if it is never stored.',
      'A recording holds more than the note, and everything the patient said in passing.',
      { unit: 'days', above: 30 },
    ],
    [
      'transcript-kept',
      'number',
      'For how many days is the transcript kept once the note is signed?',
      'Two versions of one visit raise questions later.',
      { unit: 'days', above: 30 },
    ],
    [
      'consent-help',
      'yes-no',
      'Does the product help us to ask the patient before it listens, and note that we did?',
      'Whether a conversation may be recorded depends on the state and on who agreed.',
      { worry: ['no'] },
    ],
    [
      'pause',
      'yes-no',
      'Can listening be stopped and a part of the recording be deleted during the visit?',
      'Some things are said in a visit that belong in no record.',
      { worry: ['no'] },
    ],
    [
      'made-up',
      'text',
      'What do you do against words in the note that nobody said, and how often do they still happen?',
      'An invented finding can harm a patient and looks like ours.',
      { file: true },
    ],
    [
      'sources',
      'yes-no',
      'Can the clinician see for each sentence of the note which part of the visit it comes from?',
      'Checking is only done when it is quick.',
      { worry: ['no'] },
    ],
  ]),
  ...security.filter(({ key }) => !['access', 'security-test', 'encryption-transit'].includes(key)),
  ...model.filter(({ key }) => key !== 'human-review'),
  ...continuity.filter(({ key }) => key === 'downtime'),
]
