import { optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'
import { deidentifications } from './flow-schema.ts'
import { isIdentifiable } from './tier.ts'

interface Named {
  identifiers: readonly string[]
  deidentification: string
}

/** What is said of a flow on which no identifier is ticked: nobody named them yet, or the method took them out. */
export function noIdentifiers(flow: Named): string {
  return isIdentifiable(flow) ? 'Not named yet' : 'None left'
}

/** How many of the 18 identifiers are in a flow, for a list. */
export function identifierCount(flow: Named): string {
  const { length } = flow.identifiers
  return length > 0 ? `${length} of ${identifiers.length}` : noIdentifiers(flow)
}

/** The method of de-identification without its explanation. */
export function methodName(deidentification: string): string {
  const label = optionLabel(deidentifications, deidentification)
  return label.split(':')[0] ?? label
}
