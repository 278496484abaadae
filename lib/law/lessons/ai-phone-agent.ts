import { aiPhoneAgentEn } from './ai-phone-agent-en.ts'
import { aiPhoneAgentEs } from './ai-phone-agent-es.ts'
import type { StarterLesson } from './lesson.ts'

/** What an AI on the phone may say to whom, and when a person takes over. */
export const aiPhoneAgent: StarterLesson = {
  key: 'ai-phone-agent',
  minutes: 5,
  quarter: 2,
  groups: ['front-desk', 'nursing', 'it', 'manager'],
  citations: [
    '45 CFR 164.510(b)',
    '45 CFR 164.514(h)',
    'FCC 24-17 (Feb. 8, 2024), on the TCPA',
    '47 CFR 64.1200(a)(10)',
    '18 USC 2511(2)(d) and state recording laws',
  ],
  texts: { en: aiPhoneAgentEn, es: aiPhoneAgentEs },
}
