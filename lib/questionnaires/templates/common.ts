import { section } from './build.ts'

// What every practice must know of a vendor, whatever it sells. The numbers above which an answer is worth a look are this
// product's: no rule names them. What a rule says stands with the rule.

export const company = section('Your company', [
  [
    'company',
    'text',
    'What is the full legal name of your company, and in which country is it registered?',
    'Agreements are made with companies, not with brands.',
  ],
  [
    'baa',
    'yes-no',
    'Have you signed a business associate agreement with us, or will you before you get any patient data?',
    'Without one we may not let patient data flow to you.',
    { worry: ['no', 'na'], rule: 'business-associate', file: true },
  ],
  [
    'insurance',
    'yes-no',
    'Are you insured against the cost of a data breach? Please write the sum insured into the note.',
    'A breach costs more than most small companies have.',
    { worry: ['no'], file: true },
  ],
])

export const data = section('Our patients’ data', [
  [
    'data-kept',
    'text',
    'Which data about our patients do you get, and what of it do you keep?',
    'We have to be able to say what leaves the practice.',
    { rule: 'minimum-necessary' },
  ],
  [
    'data-where',
    'choice',
    'Where is our patients’ data stored and worked on?',
    'Laws and courts differ by country, and so does what we can enforce.',
    {
      options: {
        us: 'Only in the United States',
        'us-backup': 'In the United States, with copies elsewhere',
        abroad: 'Also or only in other countries',
        unknown: 'We cannot say for certain',
      },
      worry: ['us-backup', 'abroad', 'unknown'],
    },
  ],
  [
    'offshore',
    'yes-no',
    'Can anybody outside the United States see our patients’ data, support and engineering included?',
    'Storage at home means little when support looks in from abroad.',
    { worry: ['yes'] },
  ],
  [
    'sub-processors',
    'text',
    'Please name every company that gets our patients’ data from you, and what it does with it.',
    'We have to know the whole chain, not only its first link.',
    { file: true, rule: 'subcontractor' },
  ],
  [
    'sub-agreements',
    'yes-no',
    'Do you have a business associate agreement with each of them?',
    'The promise has to reach as far as the data does.',
    { worry: ['no'], rule: 'subcontractor' },
  ],
  [
    'training',
    'choice',
    'Do you use our patients’ data to train, tune or improve any model or product?',
    'What is once inside a model can hardly be taken out again.',
    {
      options: {
        never: 'No, never',
        asked: 'Only after you have agreed in writing',
        deidentified: 'Yes, after removing what identifies people',
        yes: 'Yes',
      },
      worry: ['deidentified', 'yes'],
      rule: 'authorization',
    },
  ],
  [
    'de-identification',
    'choice',
    'If you remove what identifies people from our data: how?',
    'Only two ways count, and a name taken off is neither.',
    {
      options: {
        none: 'We do not do that with your data',
        'safe-harbor': 'All 18 identifiers are removed (Safe Harbor)',
        expert: 'An expert has documented that the risk is very small',
        other: 'In another way',
      },
      worry: ['other'],
      rule: 'de-identification',
    },
  ],
  [
    'retention',
    'number',
    'After how many days do you delete what you no longer need of our patients’ data, copies included?',
    'What is deleted cannot be stolen.',
    { unit: 'days', above: 365 },
  ],
  [
    'return',
    'yes-no',
    'When our contract ends, will you give us our data back, delete yours, and confirm that in writing?',
    'Leaving must be possible without leaving data behind.',
    { worry: ['no', 'na'] },
  ],
])

export const security = section('Security', [
  [
    'encryption-rest',
    'yes-no',
    'Is our patients’ data encrypted wherever it is stored, backups and laptops included?',
    'A lost disk should be a lost disk and no more.',
    { worry: ['no'], rule: 'encryption-at-rest' },
  ],
  [
    'encryption-transit',
    'yes-no',
    'Is it encrypted on every way it takes, inside your own network too?',
    'Data is easiest to read on its way.',
    { worry: ['no'], rule: 'encryption-in-transit' },
  ],
  [
    'mfa',
    'yes-no',
    'Does everybody who can reach our data sign in with a second factor, your administrators included?',
    'Stolen passwords are how most break-ins begin.',
    { worry: ['no'], rule: 'mfa' },
  ],
  [
    'access',
    'text',
    'Who at your company can see our patients’ data, and how soon after somebody leaves is their access taken away?',
    'The fewer, and the sooner, the better.',
    { rule: 'access-control' },
  ],
  [
    'logs',
    'yes-no',
    'Do you record who looked at our patients’ data, and can we get that record when we ask?',
    'When something happens we must be able to say who saw what.',
    { worry: ['no'], rule: 'audit-log' },
  ],
  [
    'certificates',
    'file',
    'Please add your latest report or certificate by somebody independent (SOC 2, HITRUST, ISO 27001 or the like).',
    'We would rather read what somebody else found than what a brochure says.',
  ],
  [
    'security-test',
    'date',
    'When did somebody from outside your company last try to break into your product?',
    'Software changes, and last year’s test was of another product.',
    { above: 12, file: true },
  ],
  [
    'incident-notice',
    'number',
    'Within how many days of noticing a security incident with our data do you tell us?',
    'Our own time to tell patients may run from when you know, or when we do.',
    { unit: 'days', above: 10 },
  ],
  [
    'incidents',
    'yes-no',
    'Was there an incident with customers’ health data in the last three years? If so, what have you changed?',
    'An incident is no shame; not learning from it is.',
    { worry: ['yes'] },
  ],
])

export const model = section('The AI in it', [
  [
    'model-host',
    'text',
    'Whose AI models are behind your product, and on whose servers do they run?',
    'The model’s host is often the one who really holds the data.',
  ],
  [
    'model-changes',
    'choice',
    'How do we learn that a model, or what it is told to do, changes?',
    'A tool that was tested in spring may be another one by fall.',
    {
      options: {
        before: 'We tell you before it changes',
        after: 'We tell you afterwards',
        never: 'You are not told',
      },
      worry: ['after', 'never'],
    },
  ],
  [
    'accuracy',
    'yes-no',
    'Have you measured how often it is wrong, and will you share the numbers?',
    'Nobody can watch for mistakes of which they were not told.',
    { worry: ['no'], file: true },
  ],
  [
    'bias',
    'yes-no',
    'Have you tested whether it works as well for patients of every age, sex, race, language and disability?',
    'An average can hide whom it fails.',
    { worry: ['no'], file: true, rule: 'decision-support' },
  ],
  [
    'human-review',
    'yes-no',
    'Is everything it produces seen by a person here before it has an effect on a patient?',
    'We answer for it, so one of us has to see it.',
    { worry: ['no'] },
  ],
])

export const continuity = section('When something stops', [
  [
    'downtime',
    'text',
    'How do we go on working while your product is down, and how soon is it usually back?',
    'Patients come on those days too.',
    { rule: 'contingency-plan' },
  ],
  [
    'backups',
    'yes-no',
    'Have you restored our kind of data from a backup in the last twelve months to see whether it works?',
    'A backup that nobody has restored is a hope.',
    { worry: ['no'] },
  ],
])
