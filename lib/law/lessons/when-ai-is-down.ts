import type { StarterLesson } from './lesson.ts'
import { whenAiIsDownEn } from './when-ai-is-down-en.ts'
import { whenAiIsDownEs } from './when-ai-is-down-es.ts'

/** Working without AI: the first minutes, a likely attack, and the way back. */
export const whenAiIsDown: StarterLesson = {
  key: 'when-ai-is-down',
  minutes: 5,
  quarter: 3,
  groups: 'everybody',
  citations: ['45 CFR 164.308(a)(7)'],
  texts: { en: whenAiIsDownEn, es: whenAiIsDownEs },
}
