import { z } from 'zod'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import { assignmentKind } from './schema.ts'

/** Of the file that is handed out. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Notes that somebody takes out what they have signed themselves. */
export const noteOwnTranscript = defineCommand({
  name: 'training.own-transcript',
  permission: 'training.take-own',
  input: z.strictObject({ sha256 }),
  run: async ({ tx, actor }, { sha256: hash }) => {
    const person = await tx.person.findFirst({
      where: { id: actor.personId },
      select: { id: true, ref: true, name: true },
    })
    if (!person) throw notFound()
    const record = { kind: 'person', id: person.id, label: `${person.ref} ${person.name}` }
    return {
      value: null,
      events: [
        { sentence: `Downloaded their own training transcript (SHA-256 of the file ${hash})`, record },
      ],
    }
  },
})

/** Notes that somebody takes out the certificate of a signature of their own. */
export const noteOwnCertificate = defineCommand({
  name: 'training.own-certificate',
  permission: 'training.take-own',
  input: z.strictObject({ id: z.uuid(), sha256 }),
  run: async ({ tx, actor }, { id, sha256: hash }) => {
    const found = await tx.attestation.findFirst({
      where: { id, personId: actor.personId },
      select: { assignment: { select: { id: true, campaign: { select: { ref: true, title: true } } } } },
    })
    if (!found) throw notFound()
    const { id: assignmentId, campaign } = found.assignment
    const label = `${campaign.ref} ${campaign.title}, ${actor.name}`
    const record = { kind: assignmentKind, id: assignmentId, label }
    return {
      value: null,
      events: [{ sentence: `Downloaded their own certificate (SHA-256 of the file ${hash})`, record }],
    }
  },
})
