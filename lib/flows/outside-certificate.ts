import { z } from 'zod'
import { sizeInWords } from '#lib/base/bytes'
import { dateOf } from '#lib/base/days'
import { isId, newId } from '#lib/base/ids'
import { CheckedFile, checkFile, type Infected } from '#lib/evidence/checked-file'
import { type FileTypeKey, fileTypes } from '#lib/evidence/file-types'
import { inTurn } from '#lib/evidence/in-turn'
import { storeContent } from '#lib/evidence/store'
import type { Actor } from '#lib/kernel/access'
import { defineCommand, type Result } from '#lib/kernel/command'
import { conflict, notFound, Refusal } from '#lib/kernel/errors'
import { read, type Tx } from '#lib/platform/db'
import type { Spool } from '#lib/platform/spool'
import { campaignKind, signInput } from '#lib/training/schema'
import { lockTaking, type Signed, sign } from '#lib/training/sign'
import { recordOf } from '#lib/training/store'
import { signTraining } from '#lib/training/take-commands'

// A course that is held elsewhere: the person brings its certificate and signs that they took it. The file is kept on the
// campaign, where those who may read evidence find it.

/** Long enough for the largest file that can be allowed. */
const STORE_MS = 5 * 60_000
const certificateTypes: readonly FileTypeKey[] = ['pdf', 'png', 'jpeg']

const certificatesOf = (campaignId: string, personId: string) => ({
  ...{ recordKind: campaignKind, recordId: campaignId, addedById: personId, withdrawnAt: null },
})

/** The certificate that the actor has added to what they have to sign; null when none. */
export function ownCertificate(actor: Actor, assignmentId: string): Promise<{ fileName: string } | null> {
  return read(actor, async (tx) => {
    const campaignId = await outsideCampaign(tx, assignmentId, actor.personId)
    if (!campaignId) return null
    return tx.evidence.findFirst({
      where: certificatesOf(campaignId, actor.personId),
      orderBy: { addedAt: 'desc' },
      select: { fileName: true },
    })
  })
}

async function outsideCampaign(tx: Tx, id: string, personId: string): Promise<string | null> {
  if (!isId(id)) return null
  const found = await tx.assignment.findFirst({
    where: { id, personId, campaign: { archivedAt: null, course: { kind: 'outside' } } },
    select: { campaignId: true },
  })
  return found?.campaignId ?? null
}

/** Keeps the certificate of a course held elsewhere that the actor has to sign. */
export const addCertificate = defineCommand({
  name: 'training.certificate',
  permission: 'training.take-own',
  input: z.object({ id: z.uuid(), file: z.instanceof(CheckedFile) }),
  timeoutMs: STORE_MS,
  run: async (context, { id, file }) => {
    const { tx, actor, now, today } = context
    const taking = await lockTaking(context, id, actor.personId)
    const campaignId = await outsideCampaign(tx, id, actor.personId)
    if (!campaignId) throw notFound()
    if (taking.signedAt || taking.closedFor) throw conflict('This training is signed or closed already.')
    if (!certificateTypes.includes(file.type)) throw conflict('A certificate is a PDF, a PNG or a JPEG.')
    await tx.evidence.create({
      data: {
        ...{ id: newId(now.getTime()), practiceId: actor.practiceId, recordKind: campaignKind },
        ...{ recordId: campaignId, contentId: await storeContent(context, file.spool) },
        ...{ fileName: file.fileName, type: file.type, scan: file.scan },
        title: `Certificate of ${taking.person.name}`,
        ...{ addedOn: dateOf(today), addedAt: now, addedById: actor.personId, addedByName: actor.name },
      },
    })
    const what = `“${file.fileName}” (${fileTypes[file.type].label}, ${sizeInWords(file.spool.size)})`
    return {
      value: { fileName: file.fileName },
      events: [{ sentence: `Added the certificate ${what}`, record: recordOf(taking.campaign) }],
    }
  },
})

/** Signs a course held elsewhere, once its certificate is there. */
export const signWithCertificate = defineCommand({
  name: 'training.sign-certificate',
  permission: 'training.take-own',
  input: signInput,
  run: async (context, input) => {
    const { tx, actor } = context
    const campaignId = await outsideCampaign(tx, input.id, actor.personId)
    if (!campaignId) throw notFound()
    if ((await tx.evidence.count({ where: certificatesOf(campaignId, actor.personId) })) === 0)
      throw conflict('Add your certificate first.')
    const { value, events, due } = await sign(
      context,
      { personId: actor.personId, method: 'certificate' },
      input,
    )
    const [first, ...rest] = events
    if (first) return { value, events: [first, ...rest], due }
    return { value, events: [{ sentence: 'Sent a signature a second time; the first one stands' }] }
  },
})

/** Signs an own training as its course asks for it: plainly, or with a certificate. */
export async function signOwn(actor: Actor, input: unknown): Promise<Result<Signed>> {
  const asked = z.object({ id: z.uuid() }).safeParse(input)
  const campaignId =
    asked.success && (await read(actor, (tx) => outsideCampaign(tx, asked.data.id, actor.personId)))
  return campaignId ? signWithCertificate(actor, input) : signTraining(actor, input)
}

/** Looks at a certificate and keeps it. The caller closes the spool. */
export async function takeCertificate(
  actor: Actor,
  id: string,
  { spool, fileName }: { spool: Spool; fileName: string },
): Promise<Result<{ fileName: string }>> {
  const no = (message: string) => ({ ok: false as const, code: 'invalid' as const, message, fields: {} })
  let checked: CheckedFile | Infected
  try {
    checked = await inTurn(() => checkFile(spool, fileName))
  } catch (error) {
    if (error instanceof Refusal) return no(error.message)
    throw error
  }
  if (!(checked instanceof CheckedFile))
    return no(`The virus scanner found ${checked.signature} in this file. It was not taken.`)
  const file = checked
  return inTurn(() => addCertificate(actor, { id, file }))
}
