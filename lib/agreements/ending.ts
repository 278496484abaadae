import { addDays, type Day, dateOf } from '#lib/base/days'
import type { Field } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { statusCondition } from './status-condition.ts'

/** How far ahead the ends of agreements are looked at. */
export const endingDays = 180

/** In force today, and within that time it ends, renews by itself or has been terminated. */
function endingCondition(today: Day): Prisma.AgreementWhereInput {
  const last = addDays(today, endingDays)
  return {
    AND: [
      { OR: [statusCondition('executed', today), statusCondition('expiring', today)] },
      {
        OR: [
          { termEndsOn: { gte: dateOf(today), lte: dateOf(last) } },
          // The first day without it: the last day with it is the one before.
          { terminatedOn: { gt: dateOf(today), lte: dateOf(addDays(last, 1)) } },
        ],
      },
    ],
  }
}

/** The filter of the list that shows exactly those. */
export const endingField: Field<object, Prisma.AgreementWhereInput> = {
  label: 'Ends or renews soon',
  cell: () => null,
  column: 'file',
  filter: {
    by: 'options',
    options: [{ value: 'soon', label: `Within ${endingDays} days` }],
    where: (_values, { today }) => endingCondition(today),
  },
}
