import { fairCareEn } from './fair-care-en.ts'
import { fairCareEs } from './fair-care-es.ts'
import type { StarterLesson } from './lesson.ts'

/** How a tool can fail some groups of patients, and saying so; for those who treat, and those who choose tools. */
export const fairCare: StarterLesson = {
  key: 'fair-care',
  minutes: 5,
  quarter: 4,
  groups: ['nursing', 'clinician', 'manager', 'leadership'],
  citations: [
    '45 CFR 92.210(a)',
    '45 CFR 92.210(b)',
    '45 CFR 92.210(c)',
    '45 CFR 92.201(c)(3)',
    'Obermeyer et al., Science 2019;366:447-453',
  ],
  texts: { en: fairCareEn, es: fairCareEs },
}
