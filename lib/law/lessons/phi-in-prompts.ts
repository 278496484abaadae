import type { StarterLesson } from './lesson.ts'
import { phiInPromptsEn } from './phi-in-prompts-en.ts'
import { phiInPromptsEs } from './phi-in-prompts-es.ts'

/** How to see patient information in what one gives to an AI tool. */
export const phiInPrompts: StarterLesson = {
  key: 'phi-in-prompts',
  minutes: 5,
  quarter: 1,
  groups: 'everybody',
  citations: ['45 CFR 160.103', '45 CFR 164.514(b)(2)'],
  texts: { en: phiInPromptsEn, es: phiInPromptsEs },
}
