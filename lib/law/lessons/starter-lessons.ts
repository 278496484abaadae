import { aiPhoneAgent } from './ai-phone-agent.ts'
import { aiScribe } from './ai-scribe.ts'
import { approvedTools } from './approved-tools.ts'
import { baaBeforeData } from './baa-before-data.ts'
import type { StarterLesson } from './lesson.ts'
import { minimumNecessary } from './minimum-necessary.ts'
import { phiInPrompts } from './phi-in-prompts.ts'

/** The lessons that come with the product, in the order in which they build on each other. */
const starterLessons: readonly StarterLesson[] = [
  approvedTools,
  phiInPrompts,
  minimumNecessary,
  baaBeforeData,
  aiScribe,
  aiPhoneAgent,
]

/** The lesson of that key, if it is one of ours. */
export function starterLesson(key: string): StarterLesson | undefined {
  return starterLessons.find((lesson) => lesson.key === key)
}
