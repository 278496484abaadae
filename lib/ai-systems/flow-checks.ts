import { listInWords } from '#lib/base/text'

/** What the checks of a flow look at. */
export interface CheckedFlow {
  identifiers: readonly string[]
  clinicalClasses: readonly string[]
  deidentification: string
  trainsModel: string
  authorization: string
}

export interface FlowContradiction {
  /** The field it is shown at. */
  field: 'deidentification' | 'authorization'
  says: string
  /** True when the server will not take it. */
  blocks: boolean
}

/** What 45 CFR 164.514(e)(2) lets stay in a limited data set: places above street level, dates, and codes of (R). */
const inLimitedDataSet = ['B', 'C', 'R']

/** Answers of a flow that do not fit together, in words. `labelOf` names an identifier by its letter. */
export function flowContradictions(
  flow: CheckedFlow,
  labelOf: (identifier: string) => string,
): FlowContradiction[] {
  const found: FlowContradiction[] = []
  const named = (values: readonly string[]) => {
    const words = values.slice(0, 4).map((value) => `“${labelOf(value)}”`)
    return listInWords(values.length > 4 ? [...words, `${values.length - 4} more`] : words)
  }
  if (flow.deidentification === 'safe-harbor' && flow.identifiers.length > 0)
    found.push({
      field: 'deidentification',
      says: `Safe Harbor means that none of the 18 identifiers is left, but ${named(flow.identifiers)} are ticked above. Untick them, or choose another method.`,
      blocks: true,
    })
  const tooMuch = flow.identifiers.filter((value) => !inLimitedDataSet.includes(value))
  if (flow.deidentification === 'limited-data-set' && tooMuch.length > 0)
    found.push({
      field: 'deidentification',
      says: `A limited data set may keep dates, towns and ZIP codes, but not ${named(tooMuch)}.`,
      blocks: false,
    })
  const isPatientData = !['safe-harbor', 'expert-determination'].includes(flow.deidentification)
  if (isPatientData && flow.authorization === 'no') {
    if (flow.clinicalClasses.includes('psychotherapy-notes'))
      found.push({
        field: 'authorization',
        says: 'Psychotherapy notes go out only with the patient’s written authorization, with few exceptions.',
        blocks: false,
      })
    if (flow.trainsModel === 'yes')
      found.push({
        field: 'authorization',
        says: 'A vendor that trains its own product on patient data usually needs the patient’s authorization.',
        blocks: false,
      })
  }
  return found
}
