import { z } from 'zod'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { languages } from '#lib/law/lessons/lesson'
import { dropDraft, readDraft, saveDraft } from '#lib/people/drafts'
import type { Origin } from '#lib/platform/auth'
import { read, type Tx } from '#lib/platform/db'
import { chooseLanguage } from './language-commands.ts'
import { packageKey } from './package-kept.ts'
import type { Signed } from './sign.ts'
import { checkAnswers } from './take-commands.ts'
import { type Reason, reasonOf } from './take-refusal.ts'
import { type Kept, keptOf, valuesOfKept } from './take-schema.ts'
import { type Receipt, receiptOf, type TakeView } from './take-view.ts'

/** The key of the draft of a training, as forms have them. */
export const draftKey = (assignmentId: string) => `training/${assignmentId}`

/** How far somebody is with the text as it is now. `isNew`: they had begun with another text, of which nothing counts. */
export async function keptOfTraining(
  actor: Actor,
  { id, versionId, language }: Pick<TakeView, 'id' | 'versionId' | 'language'>,
): Promise<{ kept: Kept; isNew: boolean }> {
  const draft = await readDraft(actor, draftKey(id))
  if (draft?.basis === versionId)
    return { kept: { ...keptOf(draft.values, language), language }, isNew: false }
  return { kept: keptOf({}, language), isNew: draft !== null }
}

/** What became of something that was sent from the page of a training. */
export type TakeAnswer = { ok: true; receipt?: Receipt } | { ok: false; reason: Reason }

const sentInput = z.object({
  what: z.enum(['check', 'sign', 'language']),
  id: z.string().refine(isId),
})
/** As far as it can be read, for finding out why it was refused. */
const readInput = z.object({
  versionId: z.string(),
  language: z.enum(languages),
  answers: z.record(z.string(), z.string()).default({}),
  name: z.string().default(''),
})

/** How an own training is signed: a lesson plainly, a course held elsewhere with its certificate. */
export type Signing = (actor: Actor, input: unknown) => Promise<Result<Signed>>

/** Does what the page of an own training asks. */
export async function fromOwnPage(
  actor: Actor,
  sent: Record<string, unknown>,
  from: Origin,
  sign: Signing,
): Promise<TakeAnswer> {
  const asked = sentInput.safeParse(sent)
  if (!asked.success) return { ok: false, reason: 'gone' }
  const { what, id } = asked.data
  if (what === 'language')
    return answerOf(actor, id, sent, await chooseLanguage(actor, { language: sent['language'] }))
  const { versionId, language, answers = {}, name, stated, statement } = sent
  const readPart = { id, versionId, language, answers }
  if (what === 'check') return answerOf(actor, id, sent, await checkAnswers(actor, readPart))
  const device = { address: from.address, browser: from.userAgent }
  const result = await sign(actor, { ...readPart, name, stated, statement, ...device })
  if (!result.ok) return answerOf(actor, id, sent, result)
  await dropDraft(actor, draftKey(id))
  await dropDraft(actor, packageKey(id))
  return { ok: true, receipt: await read(actor, (tx) => receiptFor(tx, actor, result.value.attestationId)) }
}

/** The receipt of a signature. */
export async function receiptFor(tx: Tx, actor: Actor, attestationId: string): Promise<Receipt> {
  const found = await tx.attestation.findFirstOrThrow({
    where: { id: attestationId, personId: actor.personId },
    select: { id: true, sha256: true, signedAt: true, content: true },
  })
  return receiptOf(found, actor.timeZone)
}

async function answerOf(
  actor: Actor,
  id: string,
  sent: Record<string, unknown>,
  result: Result<unknown>,
): Promise<TakeAnswer> {
  if (result.ok) return { ok: true }
  const parsed = readInput.safeParse(sent)
  const reason = await read(actor, (tx) =>
    reasonOf(tx, actor.personId, result, { id, ...(parsed.success ? parsed.data : {}) }),
  )
  return { ok: false, reason }
}

/** Keeps what a page without script sent and could not sign, so that nothing has to be answered again. */
export async function keepSent(actor: Actor, sent: Record<string, unknown>, at: Date): Promise<void> {
  const parsed = readInput.safeParse(sent)
  const id = sent['id']
  if (!parsed.success || typeof id !== 'string') return
  const { versionId, language, answers, name } = parsed.data
  const values = valuesOfKept({ language, step: 0, attempt: 0, answers, name })
  await saveDraft(actor, { form: draftKey(id), basis: versionId, values }, at)
}
