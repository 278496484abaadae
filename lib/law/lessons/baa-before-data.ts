import { baaBeforeDataEn } from './baa-before-data-en.ts'
import { baaBeforeDataEs } from './baa-before-data-es.ts'
import type { StarterLesson } from './lesson.ts'

/** No patient data for a vendor before it has signed; for those who choose and set up tools. */
export const baaBeforeData: StarterLesson = {
  key: 'baa-before-data',
  minutes: 5,
  quarter: 1,
  groups: ['it', 'manager', 'leadership'],
  citations: ['45 CFR 164.504(e)', '45 CFR 164.314(a)'],
  texts: { en: baaBeforeDataEn, es: baaBeforeDataEs },
}
