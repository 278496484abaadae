import { beforeAll, describe, expect, it } from 'vitest'
import { spoolOf } from '#lib/evidence/checked-file'
import { removeGuestFile, takeGuestFile } from '#lib/flows/questionnaire-file'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { outside } from '#lib/platform/db'
import { evidence } from '#lib/registry'
import { sentences } from '#lib/testing/accounts'
import { valueOf } from '#lib/testing/practice'
import {
  answerAll,
  practiceWithQuestionnaire,
  questionnaireDetail,
  seenBy,
  sent,
  signature,
} from '#lib/testing/questionnaires'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveQuestionnaire, changeDates, renewLink, reopenQuestionnaire, revokeLink } from './commands.ts'
import { goneRefusal, openByLink, saveAnswer, submitAnswers, submittedRefusal } from './guest.ts'

const database = useTestDatabase()
const browser = { address: '203.0.113.7', userAgent: 'Firefox/145.0 (X11; Linux)' }
const unknown = 'A'.repeat(43)
const reason = 'Because of the test'

let made: Awaited<ReturnType<typeof practiceWithQuestionnaire>>
let officer: Actor
beforeAll(async () => {
  made = await practiceWithQuestionnaire(database.owner)
  officer = made.officer
})

const open = (token: string, at = now()) => openByLink(token, browser, at)
const save = (token: string, question: string, value: string, note = '') =>
  saveAnswer(token, { question, value, note }, now())
/** Sends another one of the same questions to the same vendor, after taking the last one out of the register. */
async function fresh() {
  const found = await questionnaireDetail(officer, made.id)
  if (!found.archived && !found.submittedAt)
    valueOf(await archiveQuestionnaire(officer, { ...(await seenBy(officer, made.id)), reason }))
  const next = await sent(officer, made.vendorId, { template: made.template })
  made = { ...made, ...next }
  return next
}
async function upload(token: string, question: string, bytes: Uint8Array, fileName = 'report.txt') {
  const spool = await spoolOf(bytes)
  try {
    return await takeGuestFile(token, question, { spool, fileName }, now())
  } finally {
    await spool.close()
  }
}

describe('whoever has a link', () => {
  it('sees the practice’s name, who asks and the questions, and each visit is written down', async () => {
    const { id, token } = await fresh()
    const view = await open(token)
    expect(view).toMatchObject({
      practiceName: officer.practiceName,
      senderName: officer.name,
      vendorName: 'Quillwell',
      submitted: null,
    })
    expect(view?.items.map(({ question }) => question.key)).toEqual(['mfa', 'report', 'notice'])
    const { visits } = await questionnaireDetail(officer, id)
    expect(visits).toMatchObject([{ address: '203.0.113.7', browser: browser.userAgent, outcome: 'opened' }])
  })

  it('answers in any order and comes back to what was saved; every change is kept', async () => {
    const { id, token } = await fresh()
    expect(await save(token, 'notice', '30')).toMatchObject({ ok: true, value: { answered: 1, total: 3 } })
    expect(await save(token, 'notice', '5')).toMatchObject({ ok: true })
    expect(await save(token, 'notice', '5')).toMatchObject({ ok: true })
    expect(await save(token, 'mfa', 'yes', 'For everybody')).toMatchObject({ value: { answered: 2 } })
    const view = await open(token)
    expect(view?.items[0]).toMatchObject({ value: 'yes', note: 'For everybody', isAnswered: true })
    const { rows } = await database.owner.query<{ value: string }>(
      `SELECT value FROM "QuestionnaireAnswer" WHERE "questionnaireId" = $1 AND question = 'notice' ORDER BY "savedAt", id`,
      [id],
    )
    expect(rows.map(({ value }) => value)).toEqual(['30', '5'])
    expect(await sentences(database.owner, officer.practiceId)).toContain('Began to answer')
  })

  it('is refused what is no answer, in words', async () => {
    const { token } = await fresh()
    const refused = async (question: string, value: string, note = '') => {
      const result = await save(token, question, value, note)
      return result.ok ? 'ok' : `${result.code}: ${result.message}`
    }
    expect(await refused('mfa', 'maybe')).toBe('invalid: Choose one of the answers.')
    expect(await refused('notice', 'soon')).toMatch(/^invalid: Write a number/)
    expect(await refused('report', 'x')).toBe('invalid: Add a file instead.')
    expect(await refused('nothing-like-it', 'x')).toBe('invalid: There is no such question.')
    expect(await refused('mfa', 'x'.repeat(9000))).toMatch(/^invalid: At most 8,000/)
    expect(await refused('mfa', 'yes', 'a\0b')).toBe('ok')
  })

  it('submits once, with a name, a title and a statement, when every question has an answer or a note', async () => {
    const { id, token } = await fresh()
    await save(token, 'mfa', 'yes')
    expect(await submitAnswers(token, signature, now())).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^2 questions not answered yet/) as string,
    })
    await save(token, 'report', '', 'On request')
    await save(token, 'notice', '5')
    expect(await submitAnswers(token, { name: '', title: '' }, now())).toMatchObject({
      fields: { name: 'Write your name.', stated: 'Tick this to say that it is true.' },
    })
    const both = await Promise.all([
      submitAnswers(token, signature, now()),
      submitAnswers(token, signature, now()),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(submittedRefusal)
    expect(await save(token, 'mfa', 'no')).toEqual(submittedRefusal)
    expect((await open(token))?.submitted).toMatchObject({ byName: 'Dana Ellis', byTitle: 'Security lead' })
    const { items, stage, duties } = await questionnaireDetail(officer, id)
    expect(stage).toBe('answered')
    expect(items[0]?.answer.value).toBe('yes')
    expect(duties.map(({ key }) => key)).toEqual(['score'])
    const { rows } = await database.owner.query(
      `SELECT "toAddress", subject FROM "OutgoingMail" WHERE key LIKE $1`,
      [`questionnaire:${id}:submitted:%`],
    )
    expect(rows).toEqual([{ toAddress: officer.email, subject: 'Quillwell has answered your questions' }])
  })

  it('cannot change what was submitted, not even past the application', async () => {
    const found = await questionnaireDetail(officer, made.id)
    expect(found.submittedAt).not.toBeNull()
    const into = database.owner.query(
      `INSERT INTO "QuestionnaireAnswer" (id, "practiceId", "questionnaireId", question, "savedAt") VALUES (gen_random_uuid(), $1, $2, 'mfa', now())`,
      [officer.practiceId, made.id],
    )
    await expect(into).rejects.toThrow('these answers are submitted')
  })

  it('can go on where the officer opens it again, with a reason', async () => {
    const { id, token } = made
    const { answerBy } = await questionnaireDetail(officer, id)
    valueOf(await reopenQuestionnaire(officer, { ...(await seenBy(officer, id)), answerBy, reason }))
    expect(await save(token, 'mfa', 'no')).toMatchObject({ ok: true })
    valueOf(await submitAnswers(token, signature, now()))
    expect((await questionnaireDetail(officer, id)).items[0]?.answer.value).toBe('no')
  })
})

describe('a link that does not work', () => {
  it('says the same whether it ended, was withdrawn, replaced, never was, or its questionnaire is archived', async () => {
    const withdrawn = await fresh()
    await save(withdrawn.token, 'mfa', 'yes')
    valueOf(await revokeLink(officer, { ...(await seenBy(officer, withdrawn.id)), reason }))
    const replaced = await fresh()
    valueOf(await renewLink(officer, await seenBy(officer, replaced.id)))
    const archived = await fresh()
    valueOf(await archiveQuestionnaire(officer, { ...(await seenBy(officer, archived.id)), reason }))
    const ended = await fresh()
    const later = new Date(now().getTime() + 40 * 86_400_000)
    const cases = [withdrawn.token, replaced.token, archived.token, unknown, '', 'x', `${unknown}/../..`]
    for (const token of cases) {
      expect(await open(token), token).toBeNull()
      expect(await save(token, 'mfa', 'no'), token).toEqual(goneRefusal)
      expect(await submitAnswers(token, signature, now()), token).toEqual(goneRefusal)
      expect(await upload(token, 'report', Buffer.from('words')), token).toEqual(goneRefusal)
      expect(await removeGuestFile(token, made.id, now()), token).toEqual(goneRefusal)
    }
    expect(await open(ended.token, later)).toBeNull()
    expect(await saveAnswer(ended.token, { question: 'mfa', value: 'no', note: '' }, later)).toEqual(
      goneRefusal,
    )
    const { visits, items } = await questionnaireDetail(officer, withdrawn.id)
    expect(visits.map(({ outcome }) => outcome)).toEqual(['refused'])
    expect(items[0]?.answer.value).toBe('yes')
  })

  it('that was withdrawn before anything was submitted asks nobody for answers, until there is another', async () => {
    const { id } = await fresh()
    const open = async () => {
      const { stage, duties } = await questionnaireDetail(officer, id)
      return [stage, ...duties.map(({ key }) => key)]
    }
    expect(await open()).toEqual(['sent', 'answers'])
    valueOf(await revokeLink(officer, { ...(await seenBy(officer, id)), reason }))
    expect(await open()).toEqual(['withdrawn'])
    valueOf(await renewLink(officer, await seenBy(officer, id)))
    expect(await open()).toEqual(['sent', 'answers'])
  })

  it('works again for longer when the officer moves its last day', async () => {
    const { id, token } = await fresh()
    const { answerBy } = await questionnaireDetail(officer, id)
    const later = new Date(now().getTime() + 50 * 86_400_000)
    expect(await open(token, later)).toBeNull()
    const linkUntil = new Date(now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10)
    valueOf(await changeDates(officer, { ...(await seenBy(officer, id)), answerBy, linkUntil }))
    expect(await open(token, later)).not.toBeNull()
  })

  it('stands hashed in the database, and its token nowhere', async () => {
    const { token } = await fresh()
    const { rows } = await database.owner.query<{ text: string }>(
      `SELECT concat((SELECT string_agg(l::text, '') FROM "QuestionnaireLink" l), (SELECT string_agg(r::text, '') FROM "RowChange" r), (SELECT string_agg(e::text, '') FROM "AuditEvent" e), (SELECT string_agg(m::text, '') FROM "OutgoingMail" m)) AS text`,
    )
    expect(rows[0]?.text).not.toContain(token)
    expect(rows[0]?.text).not.toContain('"tokenHash"')
    expect(await outside('SELECT * FROM "QuestionnaireLink"')).toEqual([])
  })
})

describe('a file that comes with an answer', () => {
  it('becomes evidence on the vendor, with who sent it and from which questionnaire, and can be taken back', async () => {
    const { id, ref, token } = await fresh()
    expect(await upload(token, 'report', Buffer.from('All is well.\n'))).toMatchObject({
      ok: true,
      value: { answered: 1 },
    })
    const files = async () => (await evidence.list(officer, 'vendor', made.vendorId))?.files ?? []
    expect(await files()).toMatchObject([
      {
        fileName: 'report.txt',
        addedByName: 'Dana Ellis (Quillwell)',
        note: expect.stringContaining(ref) as string,
        withdrawn: null,
      },
    ])
    const [item] = (await open(token))?.items.filter(({ question }) => question.key === 'report') ?? []
    const fileId = item?.files[0]?.id ?? ''
    expect(await removeGuestFile(token, fileId, now())).toMatchObject({ ok: true, value: { answered: 0 } })
    expect(await removeGuestFile(token, fileId, now())).toMatchObject({ ok: false, code: 'invalid' })
    expect((await files())[0]?.withdrawn).toMatchObject({ byName: 'Dana Ellis (Quillwell)' })
    expect((await questionnaireDetail(officer, id)).items[1]?.answer.attached).toEqual([])
  })

  it('is refused where no file is asked for, when it is none of the kinds, and after submission', async () => {
    const { token, id } = await fresh()
    const words = Buffer.from('words')
    expect(await upload(token, 'mfa', words)).toMatchObject({ message: 'This question takes no file.' })
    expect(await upload(token, 'report', Buffer.from('MZ\x90\x00\x03'), 'report.pdf')).toMatchObject({
      ok: false,
      code: 'invalid',
    })
    for (let at = 0; at < 5; at += 1)
      expect(await upload(token, 'report', Buffer.from(`words ${at}`))).toMatchObject({ ok: true })
    expect(await upload(token, 'report', words)).toMatchObject({
      message: 'At most 5 files with one question.',
    })
    const [first] = (await open(token))?.items[1]?.files ?? []
    await answerAll(officer, { id, token })
    expect(await upload(token, 'report', words)).toEqual(submittedRefusal)
    expect(await removeGuestFile(token, first?.id ?? '', now())).toEqual(submittedRefusal)
  })

  it('of one questionnaire cannot be taken back by the link of another', async () => {
    const one = await fresh()
    await upload(one.token, 'report', Buffer.from('mine'))
    const [file] = (await open(one.token))?.items[1]?.files ?? []
    const other = await practiceWithQuestionnaire(database.owner)
    expect(await removeGuestFile(other.token, file?.id ?? '', now())).toMatchObject({ code: 'invalid' })
    expect((await open(one.token))?.items[1]?.files).toHaveLength(1)
  })
})
