import type { Item } from '#lib/assessments/item'
import { nextOpen } from '#lib/assessments/progress'
import type { LoadedToAnswer } from './load-assessment.ts'

/** The questions that this person may answer, of one part where one is named. */
export function theirItems({ assessment, parts }: LoadedToAnswer, part: string | null = null): Item[] {
  const wanted = part !== null && parts.includes(part) ? [part] : parts
  return assessment.items.filter((item) => wanted.includes(item.part))
}

/** The next question that is open to this person after one; null when all are answered. */
export function openIn(
  loaded: LoadedToAnswer,
  after: string | null,
  part: string | null = null,
): Item | null {
  const items = theirItems(loaded, part)
  const answers = new Map(items.flatMap(({ key, given }) => (given ? [[key, given] as const] : [])))
  const next = nextOpen(items, answers, after)
  return items.find(({ key }) => key === next?.key) ?? null
}
