import { section } from './build.ts'
import { company, continuity, data, model, security } from './common.ts'

/** For AI that reads images or supports another clinical decision. */
export const imaging = [
  ...company.filter(({ key }) => key !== 'company'),
  ...data.filter(({ key }) => !['return', 'offshore', 'data-kept'].includes(key)),
  ...section('What it is for', [
    [
      'device',
      'choice',
      'Is it a medical device that the FDA has cleared or approved? Please write the number into the note.',
      'What it may be used for depends on it.',
      {
        options: {
          cleared: 'Cleared, approved or authorized',
          exempt: 'A device that needs no clearance',
          'not-device': 'In our view not a device',
          no: 'Not cleared yet',
        },
        worry: ['not-device', 'no'],
        file: true,
      },
    ],
    [
      'intended-use',
      'text',
      'For which patients, which question and which reader is it meant, and for which is it not?',
      'Most harm is done outside of what a tool was made for.',
      { rule: 'decision-support' },
    ],
    [
      'equipment',
      'text',
      'With which machines and settings was it tested, and what happens with images from others?',
      'Our machine may not be among them.',
    ],
    [
      'inputs',
      'text',
      'Which facts about a patient go into its result besides the image: age, sex, race, others?',
      'We are asked to find tools that use them, and to look at what they do with them.',
      { rule: 'decision-support' },
    ],
    [
      'tested-elsewhere',
      'yes-no',
      'Was it tested on patients of places that had no part in making it? Please add the results.',
      'Everybody is good at their own exam.',
      { worry: ['no'], file: true },
    ],
    [
      'misses',
      'text',
      'How often does it miss what is there, and how often does it see what is not?',
      'Both numbers, because each can be bought with the other.',
      { file: true },
    ],
    [
      'drift',
      'yes-no',
      'Do you watch whether it gets worse over time, and tell us when it does?',
      'Patients, machines and habits change under a model that does not.',
      { worry: ['no'] },
    ],
    [
      'explains',
      'yes-no',
      'Does it show the reader what its result rests on?',
      'Somebody who cannot look behind it can only believe it.',
      { worry: ['no'] },
    ],
  ]),
  ...security.filter(
    ({ key }) => !['access', 'security-test', 'encryption-transit', 'incidents'].includes(key),
  ),
  ...model.filter(({ key }) => key !== 'accuracy'),
  ...continuity.filter(({ key }) => key === 'downtime'),
]
