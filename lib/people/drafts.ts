import { z } from 'zod'
import { dayIn, formatInstant } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { read, write } from '#lib/platform/db'

const formKey = z.string().regex(/^[a-z0-9][a-z0-9/-]{0,119}$/)
const MAX_FIELDS = 300
const MAX_CHARACTERS = 60_000

/** What was typed, by field name; several values where several boxes share a name. */
const draftValues = z
  .record(z.string().max(120), z.array(z.string()).max(300))
  .refine((values) => Object.keys(values).length <= MAX_FIELDS)
  .refine((values) => !JSON.stringify(values).includes('\\u0000'))

/** `basis`: the version of the record it was typed on, '' for a new one. */
const draftInput = z.object({ form: formKey, basis: z.string().max(40), values: draftValues })
const storedDraft = draftInput.omit({ form: true })

/** A draft as the form's page hands it to DraftKeeper. */
export interface KeptDraft extends z.infer<typeof storedDraft> {
  /** '2:05 PM' when that was today, otherwise with the date. */
  typedAt: string
}

/**
 * Keeps what a person typed into a form and has not sent. No event: nobody else ever sees it, and it is not a record.
 * False when it is not a draft or too large to keep.
 */
export async function saveDraft(
  actor: Actor,
  input: unknown,
  at: Date,
  mostCharacters = MAX_CHARACTERS,
): Promise<boolean> {
  const parsed = draftInput.safeParse(input)
  if (!parsed.success || JSON.stringify(parsed.data.values).length > mostCharacters) return false
  const { form, ...fields } = parsed.data
  const { practiceId, personId } = actor
  await write(actor, (tx) =>
    tx.draft.upsert({
      where: { practiceId_personId_form: { practiceId, personId, form } },
      create: { practiceId, personId, form, fields, updatedAt: at },
      update: { fields, updatedAt: at },
    }),
  )
  return true
}

/** The draft of a form, for the page that shows the form; null when there is none. */
export async function readDraft(actor: Actor, form: string): Promise<KeptDraft | null> {
  const { practiceId, personId } = actor
  const row = await read(actor, (tx) =>
    tx.draft.findUnique({ where: { practiceId_personId_form: { practiceId, personId, form } } }),
  )
  const parsed = storedDraft.safeParse(row?.fields)
  return row && parsed.success ? { ...parsed.data, typedAt: whenTyped(row.updatedAt, actor.timeZone) } : null
}

function whenTyped(at: Date, timeZone: string): string {
  if (dayIn(timeZone, at) !== dayIn(timeZone, now())) return formatInstant(at, timeZone)
  return new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' }).format(at)
}

/** A form's key with what is kept of it, as its page hands both on. */
export interface FormDraft {
  form: string
  kept: KeptDraft | null
}

/** What is kept of a form, with its key. */
export async function draftOf(actor: Actor, form: string): Promise<FormDraft> {
  return { form, kept: await readDraft(actor, form) }
}

/** Forgets a draft: its form was saved, or the person does not want it back. What is no form's key has no draft. */
export async function dropDraft(actor: Actor, form: string): Promise<void> {
  if (!formKey.safeParse(form).success) return
  await write(actor, (tx) => tx.draft.deleteMany({ where: { personId: actor.personId, form } }))
}
