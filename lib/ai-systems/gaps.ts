import type { Prisma } from '#lib/platform/prisma/client'
import { deidentifications } from './flow-schema.ts'
import { safeguardStates } from './options.ts'
import { isGap, safeguards } from './safeguards.ts'
import { isIdentifiable } from './tier.ts'

type Where = Prisma.AiSystemWhereInput

/** Systems into which data flows from which patients can still be told apart. */
export const takesIdentifiableData: Where = {
  flows: {
    some: {
      archivedAt: null,
      deidentification: {
        in: deidentifications
          .map(({ value }) => value)
          .filter((deidentification) => isIdentifiable({ deidentification })),
      },
    },
  },
}

/** What the overview counts as one kind of patient data, as a condition. */
export function dataCondition(value: string): Where {
  if (value === 'identifiable') return takesIdentifiableData
  const answer = value === 'other' ? 'yes' : value === 'none' ? 'no' : 'unknown'
  return { NOT: takesIdentifiableData, patientData: answer }
}

const settled = safeguardStates.map(({ value }) => value).filter((state) => !isGap(state))

/** Systems with a safeguard that is not met or not known; one that nobody was asked about is not known. */
export const lacksSafeguard: Where = {
  OR: safeguards.map(({ key }) => ({ safeguards: { none: { key, state: { in: settled } } } })),
}
