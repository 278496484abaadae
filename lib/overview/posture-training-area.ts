import { matrixPath } from '#lib/training/matrix-filter'
import { type Area, figure, is, rowsAt } from './posture-area.ts'

const people = rowsAt(matrixPath)

export const trainingArea: Area = {
  key: 'training',
  title: 'Training',
  short: 'training',
  base: {
    keys: ['trainingPeople'],
    href: people({ state: 'done' }),
    phrase: (number, { trainingDone }) =>
      `${figure(trainingDone)} of ${number === 1 ? '1 person has' : `${figure(number)} people have`} signed all that is open`,
    none: 'No training is open',
  },
  rules: [
    {
      state: 'danger',
      says: 'Somebody is late with a training beyond the days after which their site lead is called in.',
      key: 'trainingLateLong',
      href: people({ state: 'late-long' }),
      phrase: (number) =>
        `${figure(number)} ${number === 1 ? 'person is' : 'people are'} late beyond the days allowed`,
    },
    {
      state: 'attention',
      says: 'Somebody has not signed a training by the day it was due.',
      key: 'trainingLate',
      href: people({ state: 'late' }),
      phrase: (number) => `${figure(number)} ${is(number)} late`,
    },
  ],
  compared: { keys: ['trainingLate'], one: 'person late', many: 'people late' },
}
