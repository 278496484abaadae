import { aiScribeEn } from './ai-scribe-en.ts'
import { aiScribeEs } from './ai-scribe-es.ts'
import type { StarterLesson } from './lesson.ts'

/** Asking before a visit is recorded, and reading every line before it is signed. */
export const aiScribe: StarterLesson = {
  key: 'ai-scribe',
  minutes: 5,
  quarter: 2,
  groups: ['front-desk', 'nursing', 'clinician', 'manager'],
  citations: [
    '45 CFR 164.312(c)',
    '42 CFR Part 2',
    '18 USC 2511(2)(d) and state recording laws',
    'Cal. Health & Saf. Code 1339.75 (AB 3030)',
    '225 ILCS 155 (Public Act 104-0054)',
  ],
  texts: { en: aiScribeEn, es: aiScribeEs },
}
