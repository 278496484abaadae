import { newId } from '#lib/base/ids'
import { now } from './clock.ts'
import type { Tx } from './db.ts'
import { enqueueAll } from './jobs.ts'
import { isMailSetUp } from './mail.ts'
import { seal } from './secret-box.ts'

/** A mail that is to go out. */
export interface NewMail {
  practiceId: string
  /** What it is about, such as 'questionnaire:ID:invitation': the same key is the same mail, and is sent once. */
  key: string
  to: string
  toName: string
  subject: string
  text: string
  /** Set when it goes to a person of the practice. */
  personId?: string
}

/** A mail to a person of the practice whose words are written when it goes out, by the composer of that name. */
export type LaterMail = Omit<NewMail, 'subject' | 'text'> & { personId: string; composer: string }

/** What binds a mail's sealed text to its row. */
export const boundTo = (mailId: string) => `mail ${mailId}`

/**
 * Puts a mail into the outbox within the caller's transaction; the worker sends it once that is committed. A key that
 * stands there already changes nothing. Says `not-set-up` when no mail server is known: the mail is kept as not sent, and
 * goes out when it is put in again later.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<'queued' | 'not-set-up'> {
  await queueMails(tx, mail.practiceId, [mail])
  return isMailSetUp() ? 'queued' : 'not-set-up'
}

/** As `queueMail`, for many of one practice in a constant number of statements. Returns the ids by key of those put in. */
export async function queueMails(
  tx: Tx,
  practiceId: string,
  mails: readonly (NewMail | LaterMail)[],
): Promise<Map<string, string>> {
  const at = now()
  const ready = isMailSetUp()
  const rows = mails.map((mail) => {
    const id = newId(at.getTime())
    const [subject, text] = 'composer' in mail ? ['', ''] : [mail.subject, mail.text]
    return {
      id,
      practiceId,
      key: mail.key,
      personId: mail.personId ?? null,
      toAddress: mail.to,
      toName: mail.toName,
      subject,
      body: seal(text, boundTo(id)),
      composer: 'composer' in mail ? mail.composer : '',
      state: ready ? 'waiting' : 'not-set-up',
      queuedAt: at.toISOString(),
      attempts: 0,
      nextTryAt: at.toISOString(),
      answer: '',
      endedAt: ready ? null : at.toISOString(),
    }
  })
  if (rows.length === 0) return new Map()
  // The text is bound to the id of its own row, so a mail that is taken up again keeps the text it had.
  const queued = await tx.$queryRaw<{ id: string; key: string }[]>`
    INSERT INTO "OutgoingMail" ("id", "practiceId", "key", "personId", "toAddress", "toName", "subject", "body", "composer",
      "state", "queuedAt", "attempts", "nextTryAt", "answer", "endedAt")
    SELECT "id", "practiceId", "key", "personId", "toAddress", "toName", "subject", "body", "composer",
      "state", "queuedAt", "attempts", "nextTryAt", "answer", "endedAt"
    FROM jsonb_populate_recordset(NULL::"OutgoingMail", ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT ("practiceId", "key") DO UPDATE SET "state" = 'waiting', "endedAt" = NULL, "nextTryAt" = excluded."nextTryAt"
      WHERE "OutgoingMail"."state" = 'not-set-up' AND excluded."state" = 'waiting'
    RETURNING "id", "key"`
  const jobs = ready ? queued.map(({ id }) => ({ practiceId, mailId: id })) : []
  await enqueueAll(tx, 'mail', jobs)
  return new Map(queued.map(({ id, key }) => [key, id]))
}
