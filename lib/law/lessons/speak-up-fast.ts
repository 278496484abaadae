import type { StarterLesson } from './lesson.ts'
import { speakUpFastEn } from './speak-up-fast-en.ts'
import { speakUpFastEs } from './speak-up-fast-es.ts'

/** What to report, to whom and how soon; and that nobody is punished for it. */
export const speakUpFast: StarterLesson = {
  key: 'speak-up-fast',
  minutes: 5,
  quarter: 1,
  groups: 'everybody',
  citations: [
    '45 CFR 164.404(a)(2)',
    '45 CFR 164.404(b)',
    '45 CFR 164.402',
    '45 CFR 164.530(e)',
    '45 CFR 164.530(g)',
  ],
  texts: { en: speakUpFastEn, es: speakUpFastEs },
}
