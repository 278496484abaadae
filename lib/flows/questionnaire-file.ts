import { sizeInWords } from '#lib/base/bytes'
import { dateOf } from '#lib/base/days'
import { isId, newId } from '#lib/base/ids'
import { shorten } from '#lib/base/text'
import { CheckedFile, checkFile } from '#lib/evidence/checked-file'
import { fileTypes } from '#lib/evidence/file-types'
import { inTurn } from '#lib/evidence/in-turn'
import { mostFiles } from '#lib/evidence/queries'
import { storeContent } from '#lib/evidence/store'
import type { RecordRef } from '#lib/kernel/audit'
import { Refusal } from '#lib/kernel/errors'
import type { Spool } from '#lib/platform/spool'
import { latestAnswers } from '#lib/questionnaires/answers'
import {
  type GuestResult,
  goneRefusal,
  keepAnswer,
  noteStart,
  type Progress,
  progressOf,
  submittedRefusal,
} from '#lib/questionnaires/guest'
import { byLink, type GuestContext } from '#lib/questionnaires/guest-door'
import { recordOf } from '#lib/questionnaires/store'
import { vendorKind } from '#lib/vendors/schema'

/** Long enough for the largest file that can be allowed. */
const STORE_MS = 5 * 60_000
/** Files of one question, and of one questionnaire. */
const MOST_OF_QUESTION = 5
const MOST_OF_QUESTIONNAIRE = 40

const no = (message: string): GuestResult<never> => ({ ok: false, code: 'invalid', message, fields: {} })

const vendorOf = async ({ tx, questionnaire }: GuestContext): Promise<RecordRef> => {
  const { id, ref, name } = await tx.vendor.findUniqueOrThrow({
    where: { id: questionnaire.vendorId },
    select: { id: true, ref: true, name: true },
  })
  return { kind: vendorKind, id, label: `${ref} ${name}` }
}

/** Why a file for this question is not taken, before anything is done with it; null when it is. */
async function refusalOf(
  { tx, questionnaire, questions }: GuestContext,
  question: string,
): Promise<GuestResult<never> | null> {
  if (questionnaire.submittedAt) return submittedRefusal
  if (!questions.some(({ key, takesFile }) => key === question && takesFile))
    return no('This question takes no file.')
  const there = await tx.questionnaireFile.findMany({
    where: { questionnaireId: questionnaire.id, removedAt: null },
    select: { question: true },
  })
  if (there.length >= MOST_OF_QUESTIONNAIRE) return no(`At most ${MOST_OF_QUESTIONNAIRE} files in all.`)
  return there.filter((one) => one.question === question).length >= MOST_OF_QUESTION
    ? no(`At most ${MOST_OF_QUESTION} files with one question.`)
    : null
}

/** Why a file would not be taken, so that it need not be read first; null when it would. */
export async function fileRefusal(
  token: string,
  question: string,
  at: Date,
): Promise<GuestResult<never> | null> {
  const result = await byLink(token, at, 'questionnaire.file', async (context) => ({
    value: { refusal: await refusalOf(context, question) },
  }))
  return result ? result.refusal : goneRefusal
}

interface Upload {
  spool: Spool
  fileName: string
}

/**
 * Checks a file that came by a link and keeps it as evidence on the vendor, with who sent it and from which questionnaire.
 * The caller closes the spool.
 */
export async function takeGuestFile(
  token: string,
  question: string,
  { spool, fileName }: Upload,
  at: Date,
): Promise<GuestResult<Progress>> {
  let checked: Awaited<ReturnType<typeof checkFile>>
  try {
    checked = await inTurn(() => checkFile(spool, fileName))
  } catch (error) {
    if (error instanceof Refusal) return no(error.message)
    throw error
  }
  if (!(checked instanceof CheckedFile)) return noteInfected(token, checked, at)
  const file = checked
  const result = await inTurn(() =>
    byLink<GuestResult<Progress>>(
      token,
      at,
      'questionnaire.file',
      async (context) => {
        const refusal = await refusalOf(context, question)
        return refusal ? { value: refusal } : keep(context, question, file)
      },
      { timeoutMs: STORE_MS },
    ),
  )
  return result ?? goneRefusal
}

async function keep(context: GuestContext, question: string, file: CheckedFile) {
  const { tx, actor, now, today, questionnaire, questions } = context
  const vendor = await vendorOf(context)
  const there = await tx.evidence.count({
    where: { recordKind: vendorKind, recordId: vendor.id, withdrawnAt: null },
  })
  if (there >= mostFiles) return { value: no('No more files can be taken here. Tell whoever asked.') }
  const asked = questions.find(({ key }) => key === question)?.ask ?? ''
  const evidenceId = newId(now.getTime())
  const { practiceId } = actor
  await tx.evidence.create({
    data: {
      ...{ id: evidenceId, practiceId, recordKind: vendorKind, recordId: vendor.id },
      contentId: await storeContent(context, file.spool),
      fileName: file.fileName,
      type: file.type,
      scan: file.scan,
      title: shorten(file.fileName, 120),
      note: `From questionnaire ${questionnaire.ref}, to the question: ${asked}`,
      addedOn: dateOf(today),
      addedAt: now,
      addedById: null,
      addedByName: actor.name,
    },
  })
  await tx.questionnaireFile.create({
    data: {
      ...{ id: newId(now.getTime()), practiceId, questionnaireId: questionnaire.id, question, evidenceId },
      fileName: file.fileName,
      addedAt: now,
    },
  })
  const events = [...(await touchAnswer(context, question)), ...sentences(context, vendor, file)]
  return { value: { ok: true as const, value: await progressOf(context, question) }, events }
}

function sentences({ questionnaire }: GuestContext, vendor: RecordRef, file: CheckedFile) {
  const what = `“${file.fileName}” (${fileTypes[file.type].label}, ${sizeInWords(file.spool.size)})`
  return [
    { sentence: `Added the file ${what} with questionnaire ${questionnaire.ref}`, record: vendor },
    { sentence: `Added the file ${what}`, record: recordOf(questionnaire) },
  ]
}

/** An answer with another file is another answer: what was said of the one before does not hold for it. */
async function touchAnswer(context: GuestContext, question: string) {
  const { value, note } = (await latestAnswers(context.tx, context.questionnaire.id))(question)
  await keepAnswer(context, { question, value, note, confirmed: false }, true)
  return noteStart(context)
}

/** Takes a file back before the answers are submitted. What was stored stays, marked as withdrawn. */
export async function removeGuestFile(
  token: string,
  fileId: string,
  at: Date,
): Promise<GuestResult<Progress>> {
  const result = await byLink<GuestResult<Progress>>(token, at, 'questionnaire.file', async (context) => {
    const { tx, actor, now, questionnaire } = context
    if (questionnaire.submittedAt) return { value: submittedRefusal }
    const [file] = await tx.questionnaireFile.findMany({
      where: {
        id: isId(fileId) ? fileId : questionnaire.id,
        questionnaireId: questionnaire.id,
        removedAt: null,
      },
      select: { question: true, evidenceId: true, fileName: true },
    })
    if (!file) return { value: no('This file was taken back already.') }
    await tx.questionnaireFile.updateMany({ where: { id: fileId }, data: { removedAt: now } })
    await tx.evidence.updateMany({
      where: { id: file.evidenceId, withdrawnAt: null },
      data: {
        withdrawnAt: now,
        withdrawnByName: actor.name,
        withdrawnReason: `Taken back before the answers of ${questionnaire.ref} were submitted`,
      },
    })
    await touchAnswer(context, file.question)
    const sentence = `Took back the file “${file.fileName}” of questionnaire ${questionnaire.ref}`
    return {
      value: { ok: true, value: await progressOf(context, file.question) },
      events: [
        { sentence, record: await vendorOf(context) },
        { sentence: `Took back the file “${file.fileName}”`, record: recordOf(questionnaire) },
      ],
    }
  })
  return result ?? goneRefusal
}

async function noteInfected(
  token: string,
  { fileName, signature }: { fileName: string; signature: string },
  at: Date,
): Promise<GuestResult<never>> {
  const message = `The virus scanner found ${signature} in this file. It was not taken.`
  const result = await byLink(token, at, 'questionnaire.file', async (context) => ({
    value: no(message),
    events: [
      {
        sentence: `Was refused the file “${fileName}”: the virus scanner found ${signature}`,
        record: recordOf(context.questionnaire),
      },
    ],
  }))
  return result ?? goneRefusal
}
