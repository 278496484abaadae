import { count } from '#lib/base/text'
import { riskTable } from '#lib/risks/table'
import { type Area, figure, has, is, rowsAt } from './posture-area.ts'
import { riskQueries } from './risk-numbers.ts'

const risks = rowsAt(riskTable.path)

export const riskArea: Area = {
  key: 'risks',
  title: 'Risks',
  short: 'risks',
  base: {
    keys: ['risksOpen'],
    href: risks(riskQueries.risksOpen),
    phrase: (number) => `${count(number, 'risk')} ${is(number)} open`,
    none: 'No risk is in the register',
  },
  rules: [
    {
      state: 'danger',
      says: 'A risk is scored higher than the practice is willing to carry, and no owner accepts it now.',
      key: 'risksBeyond',
      href: risks(riskQueries.risksBeyond),
      phrase: (number) => `${figure(number)} ${is(number)} beyond what we accept`,
    },
    {
      state: 'danger',
      says: 'The time for which an owner accepted a risk has ended.',
      key: 'acceptancesEnded',
      href: risks(riskQueries.acceptancesEnded),
      phrase: (number) => `for ${figure(number)} the acceptance ended`,
    },
    {
      state: 'attention',
      says: 'A risk is high or critical, and nobody has decided what is done about it.',
      key: 'risksUndecided',
      href: risks(riskQueries.risksUndecided),
      phrase: (number) => `${figure(number)} high or critical ${is(number)} not decided on`,
    },
    {
      state: 'attention',
      says: 'A risk is not scored: nobody knows whether it can wait.',
      key: 'risksUnscored',
      href: risks(riskQueries.risksUnscored),
      phrase: (number) => `${figure(number)} ${has(number)} no score`,
    },
    {
      state: 'attention',
      says: 'The time for which an owner accepted a risk ends within 30 days.',
      key: 'acceptancesEnding',
      href: risks(riskQueries.acceptancesEnding),
      phrase: (number) => `for ${figure(number)} the acceptance ends soon`,
    },
  ],
  compared: {
    keys: ['risksBeyond', 'acceptancesEnded', 'risksUndecided', 'risksUnscored'],
    one: 'open point',
    many: 'open points',
  },
}
