import { section } from './build.ts'
import { company, continuity, data, model, security } from './common.ts'

/** For AI that answers calls, chats or messages of patients. */
export const phoneAgent = [
  ...company.filter(({ key }) => key !== 'company'),
  ...data.filter(({ key }) => !['return', 'de-identification', 'data-kept'].includes(key)),
  ...section('Talking with patients', [
    [
      'says-ai',
      'yes-no',
      'Does it say at the start of every conversation that it is not a person?',
      'Patients have a right not to be fooled, and some states say so in law.',
      { worry: ['no'], rule: 'ut-disclosure' },
    ],
    [
      'emergencies',
      'text',
      'What exactly does it do when somebody describes an emergency or speaks of harming themselves?',
      'This is the call that must not go wrong.',
      { file: true },
    ],
    [
      'person',
      'yes-no',
      'Can the caller reach a person at any moment, by asking for one in plain words?',
      'Nobody should be held by a machine.',
      { worry: ['no'] },
    ],
    [
      'advice',
      'choice',
      'Does it give medical advice?',
      'Booking is one thing, advice another, with other duties.',
      {
        options: {
          never: 'No, it refuses and hands over',
          scripted: 'Only words that you have approved',
          yes: 'Yes',
        },
        worry: ['yes'],
      },
    ],
    [
      'recording',
      'yes-no',
      'Are callers told that they are recorded before the recording begins?',
      'Whether a call may be recorded depends on the state and on who was told.',
      { worry: ['no'] },
    ],
    [
      'identity',
      'text',
      'How does it make sure who is calling before it says anything about a patient?',
      'A birthday is no proof.',
      { rule: 'authentication' },
    ],
    [
      'languages',
      'text',
      'In which languages has it been tested, and what happens with the others?',
      'A patient whom it does not understand is a patient turned away.',
    ],
    [
      'missed',
      'yes-no',
      'Do we get a list of every conversation that it could not finish, the same day?',
      'A message that nobody reads is worse than a busy signal.',
      { worry: ['no'] },
    ],
  ]),
  ...security.filter(
    ({ key }) => !['access', 'security-test', 'encryption-transit', 'incidents'].includes(key),
  ),
  ...model.filter(({ key }) => key !== 'human-review'),
  ...continuity.filter(({ key }) => key === 'downtime'),
]
