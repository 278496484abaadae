import { attacksOnAiEn } from './attacks-on-ai-en.ts'
import { attacksOnAiEs } from './attacks-on-ai-es.ts'
import type { StarterLesson } from './lesson.ts'

/** Copied voices, hidden orders in documents, greedy add-ons: stopping, and checking another way. */
export const attacksOnAi: StarterLesson = {
  key: 'attacks-on-ai',
  minutes: 5,
  quarter: 3,
  groups: 'everybody',
  citations: ['45 CFR 164.308(a)(5)(ii)', '45 CFR 164.308(a)(6)(ii)'],
  texts: { en: attacksOnAiEn, es: attacksOnAiEs },
}
