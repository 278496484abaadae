import type { StarterLesson } from './lesson.ts'
import { minimumNecessaryEn } from './minimum-necessary-en.ts'
import { minimumNecessaryEs } from './minimum-necessary-es.ts'

/** Giving an approved tool only what the task needs. */
export const minimumNecessary: StarterLesson = {
  key: 'minimum-necessary',
  minutes: 5,
  quarter: 4,
  groups: 'everybody',
  citations: ['45 CFR 164.502(b)', '45 CFR 164.514(d)'],
  texts: { en: minimumNecessaryEn, es: minimumNecessaryEs },
}
