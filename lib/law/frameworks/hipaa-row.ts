import type { Requirement } from '../framework.ts'

/** What is said of a requirement: in our words, what good looks like, and the question. */
export type Words = readonly [says: string, good: string, asks: string]

/** A paragraph of the HIPAA rules under its own number, cited by that number. */
export function hipaaRow(group: string, id: string, title: string, words: Words): Requirement {
  const [says, good, asks] = words
  return { id, group, title, says, good, asks, citation: `45 CFR ${id}` }
}
