import type { Item } from '#lib/assessments/item'
import { answerOptions, wanting } from '#lib/assessments/options'
import { formatInstant } from '#lib/base/days'
import { optionLabel } from '#lib/kernel/table'
import { requirementStatusLabels } from '#lib/law/framework'
import type { ShownQuestion } from './question-fields.tsx'

/** Where a question comes from, and how firm that is. A question of our own says so. */
export function sourceOf({ citation, status, requirement }: Item): string {
  const standing = requirementStatusLabels[status]
  return requirement ? `${citation} · ${standing}` : `Our own question; behind it: ${citation} · ${standing}`
}

/** A question as the browser gets it. */
export function toShown(item: Item, timeZone: string, register: readonly string[] = []): ShownQuestion {
  const { key, text, says, good, answers, given } = item
  return {
    ...{ key, text, says, good },
    source: sourceOf(item),
    options: [...answers, 'not-applicable' as const].map((value) => ({
      value,
      label: optionLabel(answerOptions, value),
      wants: wanting.includes(value),
    })),
    register,
    answer: given?.answer ?? '',
    note: given?.note ?? '',
    seen: given?.answeredAt.toISOString() ?? '',
    by: given ? `${given.answeredByName}, ${formatInstant(given.answeredAt, timeZone)}` : '',
    carriedOver: given?.carriedOver ?? false,
  }
}
