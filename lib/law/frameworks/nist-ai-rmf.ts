import type { Framework } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { govern } from './govern.ts'
import { manage } from './manage.ts'
import { map } from './map.ts'
import { measure } from './measure.ts'

const functions = [govern, map, measure, manage]

/** NIST’s AI Risk Management Framework 1.0, whole: 4 functions, 19 categories, 72 subcategories. */
export const nistAiRmf: Framework = {
  key: 'nist-ai-rmf',
  name: 'NIST AI Risk Management Framework',
  shortName: 'NIST AI RMF',
  version: '1.0 (January 2023)',
  publisher: 'National Institute of Standards and Technology',
  url: 'https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.100-1.pdf',
  status: 'voluntary',
  effectiveOn: null,
  checkedOn: lastChecked,
  note: 'Voluntary: no law, and nobody certifies it. Titles and sentences here are ours, written for a practice that buys AI; the official sentences are in the document. NIST is revising it; no draft was found up to September 26, 2026.',
  groups: functions.flatMap(({ id, title, says, categories }) => [
    { id, parent: null, title, says },
    ...categories.map((category) => ({ ...category, parent: id })),
  ]),
  requirements: functions.flatMap(({ subcategories }) =>
    subcategories.map((subcategory) => ({
      ...subcategory,
      group: subcategory.id.slice(0, subcategory.id.lastIndexOf('.')),
      citation: `NIST AI 100-1, ${subcategory.id}`,
    })),
  ),
}
