import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPractice } from '#lib/testing/practice'
import { type MailServerForTests, startMailServer, useMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { atTime, now } from './clock.ts'
import { write } from './db.ts'
import { type Composer, rescueIn, sendMail } from './mail-delivery.ts'
import { queueMail, queueMails } from './outgoing-mail.ts'

const database = useTestDatabase()
let server: MailServerForTests
let practiceId = ''

beforeEach(async () => {
  server = await startMailServer()
  useMailServer(server.url)
  practiceId = (await createPractice(database.owner)).id
})
afterEach(() => server.close())

const letter = (key: string) => ({
  practiceId,
  key,
  to: 'nurse@example.org',
  toName: 'Zoë Nurse',
  subject: 'Två saker 🩺\r\nBcc: evil@example.org',
  text: '.\nA line that begins with a dot\n.',
})
const queue = (key = 'one') => write({ practiceId }, (tx) => queueMail(tx, letter(key)))

interface Row {
  id: string
  key: string
  state: string
  attempts: number
  answer: string
  body: string
  subject: string
  nextTryAt: Date
}
async function rows(): Promise<Row[]> {
  const found = await database.owner.query<Row>(
    'SELECT * FROM "OutgoingMail" WHERE "practiceId" = $1 ORDER BY key',
    [practiceId],
  )
  return found.rows
}
async function row(): Promise<Row> {
  const [only] = await rows()
  if (!only) throw new Error('no mail')
  return only
}
const send = async (composers: Record<string, Composer> = {}) =>
  sendMail({ practiceId, mailId: (await row()).id }, composers)
const minutesOn = (minutes: number) => new Date(now().getTime() + minutes * 60_000)

describe('the outbox', () => {
  it('sends a mail whole, once, with a Message-ID that stays and no header smuggled in', async () => {
    expect(await queue()).toBe('queued')
    await queue()
    await Promise.all([send(), send(), send()])
    await send()
    expect(server.taken).toHaveLength(1)
    const [mail] = server.taken
    expect(mail).toMatchObject({
      subject: 'Två saker 🩺 Bcc: evil@example.org',
      to: [{ name: 'Zoë Nurse', address: 'nurse@example.org' }],
      from: { name: 'Plumbline', address: 'plumbline@example.org' },
      messageId: `<${(await row()).id}@example.org>`,
    })
    expect(mail?.text?.trim()).toBe('.\nA line that begins with a dot\n.')
    expect(mail?.bcc ?? []).toEqual([])
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1 })
  })

  it('keeps nothing readable of the text in the database', async () => {
    await queue()
    expect((await row()).body).not.toContain('begins with a dot')
  })

  it('is in the outbox only when the transaction is committed', async () => {
    const attempt = write({ practiceId }, async (tx) => {
      await queueMail(tx, letter('one'))
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    expect(await rows()).toEqual([])
  })

  it('tries again later and later when the server cannot take it now', async () => {
    server.onRecipient = () => Promise.resolve({ code: 451, words: 'Try later' })
    await queue()
    const waits: number[] = []
    for (let go = 0; go < 8; go++) {
      const before = now().getTime()
      await send()
      waits.push(Math.round(((await row()).nextTryAt.getTime() - before) / 60_000))
    }
    expect(waits.slice(0, 7)).toEqual([1, 5, 15, 60, 120, 240, 480])
    expect(await row()).toMatchObject({ state: 'refused', attempts: 8 })
    expect((await row()).answer).toContain('Try later')
    await expect(send()).resolves.toBeUndefined()
    expect(server.taken).toEqual([])
  })

  it('arrives when the server takes it at last, also when it was refused after its content', async () => {
    let refusals = 2
    server.onContent = () => Promise.resolve(refusals-- > 0 ? { code: 450, words: 'Busy' } : null)
    await queue()
    for (let go = 0; go < 3; go++) await send()
    expect(server.taken).toHaveLength(1)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 3 })
  })

  it('gives up at once on an address that the server refuses for good', async () => {
    server.onRecipient = () => Promise.resolve({ code: 550, words: 'No such mailbox' })
    await queue()
    await send()
    expect(await row()).toMatchObject({ state: 'refused', attempts: 1 })
    expect((await row()).answer).toContain('550')
  })

  it('tries again when there is no server at all', async () => {
    await queue()
    await server.close()
    await send()
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 })
    server = await startMailServer()
    useMailServer(server.url)
    await send()
    expect(server.taken).toHaveLength(1)
  })

  it('does not send again what may have arrived: the server went silent after the content', async () => {
    let speak = () => {}
    const silent = new Promise<null>((done) => {
      speak = () => done(null)
    })
    server.onContent = () => silent
    await queue()
    const sending = send()
    while ((await row()).state !== 'sending' || server.asked === 0) await pause()
    await waitFor(async () => (await handedOver()) !== null)
    await atTime(minutesOn(6), () => rescueIn(practiceId))
    expect(await row()).toMatchObject({ state: 'unknown' })
    server.onContent = () => Promise.resolve(null)
    await send()
    expect(await row()).toMatchObject({ state: 'unknown', attempts: 1 })
    speak()
    await sending
    expect(await row()).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(server.taken).toHaveLength(1)
  })

  it('lets another worker send what one had claimed and not begun, and stops the first if it wakes up', async () => {
    let release = () => {}
    const held = new Promise<null>((done) => {
      release = () => done(null)
    })
    server.onRecipient = () => held
    await queue()
    const slow = send()
    await waitFor(() => Promise.resolve(server.asked === 1))
    await atTime(minutesOn(6), () => rescueIn(practiceId))
    server.onRecipient = () => Promise.resolve(null)
    await send()
    expect(server.taken).toHaveLength(1)
    release()
    await slow
    expect(server.taken).toHaveLength(1)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('is written when it goes out, and not sent when there is nothing left to say', async () => {
    const person = await (await practiceOf()).actor('staff')
    const { subject: _, text: __, ...address } = letter('later')
    practiceId = person.practiceId
    await write({ practiceId }, (tx) =>
      queueMails(tx, practiceId, [
        { ...address, practiceId, key: 'a', personId: person.personId, composer: 'test' },
        { ...address, practiceId, key: 'b', personId: person.personId, composer: 'test' },
      ]),
    )
    const [a, b] = await rows()
    const words: Composer = (_tx, { id }) =>
      Promise.resolve(id === a?.id ? { subject: 'Now', text: 'as it is now' } : null)
    for (const { id } of [a, b].flatMap((mail) => mail ?? []))
      await sendMail({ practiceId, mailId: id }, { test: words })
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'not-needed'])
    expect(server.taken.map(({ subject }) => subject)).toEqual(['Now'])
  })

  it('keeps a mail for later when no mail server is known, without calling that a failure', async () => {
    useMailServer(null)
    expect(await queue()).toBe('not-set-up')
    expect(await row()).toMatchObject({ state: 'not-set-up', attempts: 0 })
    await send()
    expect(await row()).toMatchObject({ state: 'not-set-up' })
    useMailServer(server.url)
    expect(await queue()).toBe('queued')
    await send()
    expect(server.taken).toHaveLength(1)
  })

  it('lets nobody change what became of a mail, nor which mail it was', async () => {
    await queue()
    await send()
    const run = (sql: string) => write({ practiceId }, (tx) => tx.$executeRawUnsafe(sql))
    await expect(run(`UPDATE "OutgoingMail" SET state = 'waiting', "endedAt" = NULL`)).rejects.toThrow(
      /final/,
    )
    await expect(run(`UPDATE "OutgoingMail" SET key = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(run(`DELETE FROM "OutgoingMail"`)).rejects.toThrow(/permission denied/)
  })
})

const practiceOf = () => createPractice(database.owner)
const pause = () => new Promise((done) => setTimeout(done, 20))

async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause()
}

async function handedOver(): Promise<Date | null> {
  const found = await database.owner.query<{ at: Date | null }>(
    'SELECT "handedOverAt" AS at FROM "OutgoingMail" WHERE "practiceId" = $1',
    [practiceId],
  )
  return found.rows[0]?.at ?? null
}
