import { z } from 'zod'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import { sheetKind } from './paper-schema.ts'
import { assignmentsOf, sheetsOf } from './policy.ts'
import { assignmentKind } from './schema.ts'

const id = z.uuid()
/** Of the file that is handed out. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Notes that somebody takes out what a person has signed. */
export const noteTranscript = defineCommand({
  name: 'training.transcript',
  permission: 'training.export',
  input: z.strictObject({ personId: id, sha256 }),
  run: async ({ tx, actor }, { personId, sha256: hash }) => {
    const found = await tx.assignment.findFirst({
      where: { AND: [{ personId }, assignmentsOf(actor, 'training.export')] },
      select: { person: { select: { ref: true, name: true } } },
    })
    if (!found) throw notFound()
    const record = { kind: 'person', id: personId, label: `${found.person.ref} ${found.person.name}` }
    return {
      value: null,
      events: [{ sentence: `Downloaded the training transcript (SHA-256 of the file ${hash})`, record }],
    }
  },
})

/** Notes that somebody takes out the certificate of a signature. */
export const noteCertificate = defineCommand({
  name: 'training.certificate-pdf',
  permission: 'training.export',
  input: z.strictObject({ id, sha256 }),
  run: async ({ tx, actor }, { id: attestationId, sha256: hash }) => {
    const found = await tx.attestation.findFirst({
      where: { AND: [{ id: attestationId }, { assignment: assignmentsOf(actor, 'training.export') }] },
      select: {
        assignment: {
          select: {
            id: true,
            person: { select: { name: true } },
            campaign: { select: { ref: true, title: true } },
          },
        },
      },
    })
    if (!found) throw notFound()
    const { campaign, person, id: assignmentId } = found.assignment
    const label = `${campaign.ref} ${campaign.title}, ${person.name}`
    return {
      value: null,
      events: [
        {
          sentence: `Downloaded the certificate (SHA-256 of the file ${hash})`,
          record: { kind: assignmentKind, id: assignmentId, label },
        },
      ],
    }
  },
})

/** Notes that somebody gets a sheet to print. */
export const noteSheetPdf = defineCommand({
  name: 'training.sheet-pdf',
  permission: 'training.keep',
  input: z.strictObject({ id, sha256 }),
  run: async ({ tx, actor }, { id: sheetId, sha256: hash }) => {
    const found = await tx.paperSheet.findFirst({
      where: { AND: [{ id: sheetId }, sheetsOf(actor, 'training.keep')] },
      select: { code: true },
    })
    if (!found) throw notFound()
    return {
      value: null,
      events: [
        {
          sentence: `Downloaded the sheet to print it (SHA-256 of the file ${hash})`,
          record: { kind: sheetKind, id: sheetId, label: `Sheet ${found.code}` },
        },
      ],
    }
  },
})
