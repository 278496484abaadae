import { checkingOutputEn } from './checking-output-en.ts'
import { checkingOutputEs } from './checking-output-es.ts'
import type { StarterLesson } from './lesson.ts'

/** Comparing what AI wrote with its source; for those who write, code and answer for records. */
export const checkingOutput: StarterLesson = {
  key: 'checking-output',
  minutes: 5,
  quarter: 4,
  groups: ['nursing', 'clinician', 'billing', 'manager'],
  citations: [
    'Professional standard of care',
    'FD&C Act 520(o)(1)(E), fourth criterion',
    'NIST AI 600-1 MS-2.5-003',
    '45 CFR 164.312(c)(1)',
  ],
  texts: { en: checkingOutputEn, es: checkingOutputEs },
}
