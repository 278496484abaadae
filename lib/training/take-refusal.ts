import type { Result } from '#lib/kernel/command'
import { textIn } from '#lib/law/lessons/course-content'
import type { Tx } from '#lib/platform/db'
import { grade } from './grade.ts'
import { reportedBy } from './package-kept.ts'
import type { SignInput } from './schema.ts'
import { findTaking } from './taking.ts'

/** Why nothing was signed, for a page that says it in the reader's language. */
export type Reason =
  | 'gone'
  | 'closed'
  | 'nothing'
  | 'changed'
  | 'open'
  | 'failed'
  | 'name'
  | 'tick'
  | 'certificate'
  | 'package'
  | 'fault'

export const reasons: readonly Reason[] = [
  ...(['gone', 'closed', 'nothing', 'changed', 'open'] as const),
  ...(['failed', 'name', 'tick', 'certificate', 'package', 'fault'] as const),
]

type Refused = Extract<Result<never>, { ok: false }>

/** The reason behind a refusal, found by looking at what was sent once more: refusals themselves speak English only. */
export async function reasonOf(
  tx: Tx,
  personId: string,
  { code, fields }: Pick<Refused, 'code' | 'fields'>,
  sent: Partial<Pick<SignInput, 'id' | 'versionId' | 'language' | 'answers'>>,
): Promise<Reason> {
  if (code === 'fault') return 'fault'
  if (code === 'not-found' || code === 'forbidden') return 'gone'
  if (code === 'invalid') return fields['stated'] ? 'tick' : fields['name'] ? 'name' : 'fault'
  const taking = sent.id ? await findTaking(tx, sent.id, personId) : null
  if (!taking) return 'gone'
  if (taking.closedFor) return 'closed'
  if (!taking.taught) return 'nothing'
  if (taking.taught.versionId !== sent.versionId) return 'changed'
  const { content } = taking.taught
  const { questions, package: played } = textIn(content, sent.language ?? 'en').text
  const graded = grade(questions, sent.answers ?? {}, content.passPercent)
  if (graded.open.length > 0) return 'open'
  if (!graded.passed) return 'failed'
  if (played && !(await reportedBy(tx, taking, played, content.passPercent))) return 'package'
  // All that is left for a conflict is the sentence, which another name of the person or the practice changes.
  return content.kind === 'outside' ? 'certificate' : 'changed'
}
