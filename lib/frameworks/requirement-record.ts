import { requirementLookup } from './requirement-lookup.ts'

/** Requirements as files of other registers name them. */
export const requirementRecord = { lookup: requirementLookup }
