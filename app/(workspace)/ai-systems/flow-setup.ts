import type { FlowRow } from '#lib/ai-systems/flow-table'
import type { FormValues } from '../form-values.ts'
import { citationOf } from '../rule-citation.ts'
import type { FlowCitations } from './flow-form.tsx'

/** What a form for a new flow starts with. */
export const newFlowValues: FormValues = {
  deidentification: ['none'],
  trainsModel: ['unknown'],
  authorization: ['unknown'],
}

/** A stored flow as its form shows it. */
export function flowValues(flow: FlowRow): FormValues {
  return {
    purpose: [flow.purpose],
    destination: [flow.destination],
    retention: [flow.retention],
    minimumNecessary: [flow.minimumNecessary],
    deidentification: [flow.deidentification],
    trainsModel: [flow.trainsModel],
    authorization: [flow.authorization],
    'identifiers[]': flow.identifiers,
    'clinicalClasses[]': flow.clinicalClasses,
    'vendorIds[]': flow.vendors.map(({ id }) => id),
    vendorRefs: [flow.vendors.map(({ ref }) => ref).join(', ')],
  }
}

/** The rules behind a flow's questions. */
export function flowCitations(): FlowCitations {
  return {
    minimumNecessary: citationOf('minimum-necessary'),
    deidentification: citationOf('de-identification'),
    authorization: citationOf('authorization'),
  }
}
