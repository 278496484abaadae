import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { textIn } from '#lib/law/lessons/course-content'
import { type PackageReport, reportInWords } from '#lib/law/lessons/course-package'
import { languages } from '#lib/law/lessons/lesson'
import { saveDraft } from '#lib/people/drafts'
import { read } from '#lib/platform/db'
import { isEnough, keptIn, packageKey, valuesOf } from './package-kept.ts'
import { isTooFew, packageState, reportOf } from './package-schema.ts'
import { asRead, assignmentRecord, lockTaking } from './sign.ts'
import { findTaking } from './taking.ts'

/** Two languages, each with the most that a package may keep, written as text inside a text. */
const mostCharacters = 600_000

const playedInput = z.object({
  id: z.uuid(),
  versionId: z.string(),
  language: z.enum(languages),
  state: packageState,
})

/** Notes that a package reported that somebody is done with it, and with how many points. */
export const notePackage = defineCommand({
  name: 'training.package',
  permission: 'training.take-own',
  input: playedInput,
  run: async (context, { id, versionId, language, state }) => {
    const { actor, now, tx } = context
    const taking = await lockTaking(context, id, actor.personId)
    const { content } = asRead(taking, versionId)
    const played = textIn(content, language).text.package
    const report = played ? reportOf(state, content.passPercent, now) : null
    if (taking.startedAt === null) await tx.assignment.update({ where: { id }, data: { startedAt: now } })
    const said = report ? reportInWords(report) : 'nothing that is enough'
    return {
      value: { report: taking.signedAt ? null : report },
      events: [{ sentence: `The package of the lesson reported: ${said}`, record: assignmentRecord(taking) }],
    }
  },
})

/** What the page is told after it sent where a package stands. `gone`: there is nothing to keep it for any more. */
export type PackageAnswer =
  | { ok: true; done: boolean; tooFew: boolean }
  | { ok: false; reason: 'gone' | 'changed' | 'fault' }

/** Keeps where the package of an own training stands. What is enough to sign is noted in the trail, once. */
export async function keepPackage(actor: Actor, sent: unknown, at: Date): Promise<PackageAnswer> {
  const input = playedInput.safeParse(sent)
  if (!input.success) return { ok: false, reason: 'fault' }
  const { id, versionId, language, state } = input.data
  const found = await read(actor, async (tx) => {
    const taking = await findTaking(tx, id, actor.personId)
    return taking && { taking, values: await valuesOf(tx, actor.personId, id) }
  })
  const taught = found?.taking.taught
  if (!found || !taught || found.taking.signedAt || found.taking.closedFor)
    return { ok: false, reason: 'gone' }
  if (taught.versionId !== versionId) return { ok: false, reason: 'changed' }
  const { content } = taught
  const played = textIn(content, language).text.package
  if (!played) return { ok: false, reason: 'changed' }
  const { report: kept } = keptIn(found.values, played)
  const before = kept && isEnough(kept, content.passPercent) ? kept : null
  let report = reportOf(state, content.passPercent, at)
  if (report && (!before || isBetter(report, before))) {
    const noted = await notePackage(actor, input.data)
    if (!noted.ok) return { ok: false, reason: noted.code === 'conflict' ? 'changed' : 'fault' }
    report = noted.value.report
  } else report = before
  const known = [content.texts.en, content.texts.es].flatMap((text) => text?.package?.sha256 ?? [])
  const others = Object.entries(found.values).filter(([sha256]) => known.includes(sha256))
  const values = {
    ...Object.fromEntries(others),
    [played.sha256]: [JSON.stringify(state), report ? JSON.stringify(report) : ''],
  }
  const isKept = await saveDraft(actor, { form: packageKey(id), basis: '', values }, at, mostCharacters)
  if (!isKept) return { ok: false, reason: 'fault' }
  return { ok: true, done: report !== null, tooFew: report === null && isTooFew(state, content.passPercent) }
}

/** Passed says more than completed, and points more than none; of two numbers of points the higher counts. */
function isBetter(next: PackageReport, before: PackageReport): boolean {
  const worth = ({ success, score }: PackageReport) => (success === 'passed' ? 1_000 : 0) + (score ?? -1)
  return worth(next) > worth(before)
}
