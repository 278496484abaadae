import type { StarterLesson } from './lesson.ts'
import { tellingPatientsEn } from './telling-patients-en.ts'
import { tellingPatientsEs } from './telling-patients-es.ts'

/** Saying where AI is at work and how to reach a person; for those who meet patients or choose the wording. */
export const tellingPatients: StarterLesson = {
  key: 'telling-patients',
  minutes: 5,
  quarter: 2,
  groups: ['front-desk', 'nursing', 'clinician', 'manager', 'leadership'],
  citations: [
    'Cal. Health & Saf. Code 1339.75 (AB 3030)',
    'Cal. Bus. & Prof. Code 4999.8–4999.9 (AB 489)',
    'Tex. Health & Saf. Code ch. 183 (SB 1188)',
    'Tex. Bus. & Com. Code 552.051(f) (HB 149)',
    'Utah Artificial Intelligence Policy Act (SB 149, 2024; SB 226 and SB 332, 2025)',
    '225 ILCS 155 (Public Act 104-0054)',
    'C.R.S. 6-1-1701 ff. (Colorado SB 26-189, decisions from January 1, 2027)',
  ],
  texts: { en: tellingPatientsEn, es: tellingPatientsEs },
}
