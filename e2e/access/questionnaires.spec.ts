import { type APIResponse, expect, test } from '@playwright/test'
import pg from 'pg'
import { now } from '#lib/platform/clock'
import { saveAnswer } from '#lib/questionnaires/guest'
import { valueOf } from '#lib/testing/practice'
import { practiceWithQuestionnaire, questionnaireDetail, seenBy } from '#lib/testing/questionnaires'
import { adoptServer } from '../support/sign-in.ts'

adoptServer()

let owner: pg.Pool
test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

test('a link shows one questionnaire and opens nothing else', async ({ request }) => {
  const { officer, id, token, vendorId } = await practiceWithQuestionnaire(owner)
  const { name } = officer
  const page = await request.get(`/questionnaire/${token}`)
  const body = await page.text()
  expect(page.status()).toBe(200)
  expect(body).toContain(officer.practiceName)
  expect(page.headers()['set-cookie']).toBeUndefined()
  expect(body).toContain(name)
  for (const hidden of [id, vendorId, officer.personId, officer.practiceId, officer.email, 'Q-001', 'V-001'])
    expect(body, hidden).not.toContain(hidden)
  const headers = { cookie: `plumbline-session=${token}`, authorization: `Bearer ${token}` }
  for (const path of [`/questionnaires/${id}`, `/vendors/${vendorId}`, '/', '/questionnaires'])
    expect((await request.get(path, { headers, maxRedirects: 0 })).status(), path).toBe(307)
  expect((await request.get(`/questionnaires/${token}`, { maxRedirects: 0 })).status()).toBe(307)
  expect((await request.get(`/link/${token}`)).status()).toBe(200)
  expect(await (await request.get(`/link/${token}`)).text()).toContain('does not work any more')
})

test('only its own page may save, and no more than makes sense', async ({ request, baseURL }) => {
  const { officer, id, token } = await practiceWithQuestionnaire(owner)
  const origin = baseURL ?? ''
  const save = (data: string, headers: Record<string, string> = { origin }) =>
    request.post(`/questionnaire/${token}/save`, { data, headers })
  const answer = JSON.stringify({ question: 'mfa', value: 'yes', note: '' })
  expect((await save(answer, {})).status()).toBe(403)
  expect((await save(answer, { origin: 'https://evil.example' })).status()).toBe(403)
  expect((await questionnaireDetail(officer, id)).items[0]?.answer.value).toBe('')
  const refused = async (answer: APIResponse) => {
    const { ok, message } = (await answer.json()) as { ok: boolean; message?: string }
    return ok ? 'taken' : message
  }
  expect(await refused(await save('not JSON'))).toBe('This cannot be saved.')
  expect(await refused(await save(JSON.stringify({ question: 'mfa', value: 'x'.repeat(2_000_000) })))).toBe(
    'This cannot be saved.',
  )
  expect(await refused(await save(JSON.stringify({ question: '../x', value: '', note: '' })))).toBe(
    'There is no such question.',
  )
  expect(await (await save(answer)).json()).toEqual({ ok: true, value: { answered: 1, total: 3 } })
  expect((await questionnaireDetail(officer, id)).items[0]?.answer.value).toBe('yes')

  const file = (question: string, buffer: Buffer, name = 'report.pdf') =>
    request.post(`/questionnaire/${token}/file?question=${question}`, {
      headers: { origin },
      multipart: { file: { name, mimeType: 'application/pdf', buffer } },
    })
  expect(await refused(await file('mfa', Buffer.from('words')))).toBe('This question takes no file.')
  const disguised = await file('report', Buffer.from('MZ\x90\x00 a program'))
  expect(await refused(disguised)).toContain('a program or a script')
  const large = await file('report', Buffer.alloc(26 * 1024 * 1024, 65), 'large.txt')
  expect(await refused(large)).toContain('larger than 25 MB')
  expect((await file('report', Buffer.from('All is well.\n'), 'report.txt')).status()).toBe(200)
})

test('links that do not work answer alike, and so do their doors', async ({ request, baseURL }) => {
  const { officer, id, token } = await practiceWithQuestionnaire(owner)
  valueOf(await saveAnswer(token, { question: 'mfa', value: 'yes', note: '' }, now()))
  const { revokeLink } = await import('#lib/questionnaires/commands')
  valueOf(await revokeLink(officer, { ...(await seenBy(officer, id)), reason: 'Because of the test' }))
  const ended = await practiceWithQuestionnaire(owner)
  await owner.query(
    `UPDATE "QuestionnaireLink" SET "expiresAt" = now() - interval '1 minute' WHERE "questionnaireId" = $1`,
    [ended.id],
  )
  const said = async (one: string) => {
    const page = await request.get(`/questionnaire/${one}`)
    const headers = { origin: baseURL ?? '' }
    const data = JSON.stringify({ question: 'mfa', value: 'no', note: '' })
    const save = await request.post(`/questionnaire/${one}/save`, { headers, data })
    const file = await request.post(`/questionnaire/${one}/file?question=report`, {
      headers,
      multipart: { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') } },
    })
    const plain = (await page.text())
      .replaceAll(one, 'TOKEN')
      .replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, '')
    const main = /<main[\s\S]*<\/main>/.exec(plain)?.[0]
    return [page.status(), main, save.status(), await save.text(), file.status(), await file.text()]
  }
  const unknown = await said('B'.repeat(43))
  expect(unknown[1]).toContain('This link does not work')
  expect(unknown[2]).toBe(404)
  expect(await said(token)).toEqual(unknown)
  expect(await said(ended.token)).toEqual(unknown)
})
