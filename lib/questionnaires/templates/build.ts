import type { RuleId } from '#lib/law/rules'
import type { Question } from '../question.ts'

/** What a question may be besides its words. */
interface More {
  options?: Record<string, string>
  unit?: string
  file?: boolean
  worry?: readonly string[]
  above?: number
  rule?: RuleId
}

type Asked = readonly [key: string, kind: Question['kind'], ask: string, why: string, more?: More]

/** The questions under one heading. */
export function section(title: string, asked: readonly Asked[]): Question[] {
  return asked.map(([key, kind, ask, why, more = {}]) => ({
    key,
    section: title,
    ask,
    why,
    kind,
    options: Object.entries(more.options ?? {}).map(([value, label]) => ({ value, label })),
    unit: more.unit ?? '',
    takesFile: kind === 'file' || more.file === true,
    worrying: [...(more.worry ?? [])],
    worryAbove: more.above ?? null,
    rule: more.rule ?? null,
  }))
}
