import { section } from './build.ts'
import { company, continuity, data, model, security } from './common.ts'

/** For any other software or service that gets patient data. */
export const software = [
  ...company,
  ...data.filter(({ key }) => key !== 'de-identification'),
  ...security,
  ...section('The AI in it', [
    [
      'ai-inside',
      'yes-no',
      'Does your product use AI anywhere, or will it in the next twelve months? Please say where.',
      'AI comes into products we already have with an update.',
      { worry: ['yes'] },
    ],
    [
      'ai-off',
      'yes-no',
      'Can each of its AI functions be turned off for our practice?',
      'What was not decided here should not run here.',
      { worry: ['no'] },
    ],
  ]),
  ...model.filter(({ key }) => key === 'model-host'),
  ...continuity,
]
