import type { Item } from '#lib/assessments/item'
import { mayReadWhole } from '#lib/assessments/policy'
import { nextOpen } from '#lib/assessments/progress'
import { registerSays } from '#lib/flows/register-says'
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

/** What the register says about these questions, for those who may read all of it; nothing for a colleague with a part. */
export async function registerBeside(
  { actor, assessment, isReadable }: LoadedToAnswer,
  items: readonly Item[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const mayKnow = isReadable && assessment.state === 'open' && mayReadWhole(actor, assessment)
  return mayKnow ? registerSays(actor, assessment.id, items) : new Map()
}
