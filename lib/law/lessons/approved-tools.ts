import { approvedToolsEn } from './approved-tools-en.ts'
import { approvedToolsEs } from './approved-tools-es.ts'
import type { StarterLesson } from './lesson.ts'

/** Which AI tools may be used at work, and whom to ask about the others. */
export const approvedTools: StarterLesson = {
  key: 'approved-tools',
  minutes: 5,
  quarter: 1,
  groups: 'everybody',
  citations: ['45 CFR 164.502(e)', '45 CFR 164.308(b)'],
  texts: { en: approvedToolsEn, es: approvedToolsEs },
}
