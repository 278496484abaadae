import type { Requirement } from '../framework.ts'

/** A subcategory as it is written down here; its group and its citation follow from its id. */
export type Subcategory = Pick<Requirement, 'id' | 'title' | 'says' | 'good' | 'asks'>

/** One function of the AI RMF. NIST prints no titles for categories and subcategories: those here are ours. */
export interface AiRmfFunction {
  id: 'GOVERN' | 'MAP' | 'MEASURE' | 'MANAGE'
  title: string
  says: string
  categories: readonly { id: string; title: string; says: string }[]
  subcategories: readonly Subcategory[]
}
