import { expect, test } from '@playwright/test'
import pg from 'pg'
import { giveAccount } from '#lib/testing/accounts'
import { practiceWithCampaign, signFacts } from '#lib/testing/training'
import { adoptServer, sessionCookie } from '../support/sign-in.ts'

adoptServer()

let owner: pg.Pool

test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

test('a signature: nobody sends it but the one whose training it is, from their own page', async ({
  request,
  baseURL,
}) => {
  const { nurse, officer, assignmentId, versionId } = await practiceWithCampaign(owner)
  await Promise.all([giveAccount(owner, nurse), giveAccount(owner, officer)])
  const here = baseURL ?? ''
  const data = { what: 'sign', ...signFacts(nurse, assignmentId, versionId) }
  const send = async (cookie: string, origin: string) =>
    (
      await request.post(`/training/take/${assignmentId}/send`, {
        headers: { cookie, origin },
        data,
        maxRedirects: 0,
      })
    ).status()
  const signed = async () =>
    (await owner.query(`SELECT id FROM "Attestation" WHERE "assignmentId" = $1`, [assignmentId])).rowCount

  const cookie = await sessionCookie(owner, nurse)
  for (const origin of ['https://evil.example', 'http://localhost:1', 'null'])
    expect(await send(cookie, origin), origin).toBe(403)
  expect(await send('', here)).toBe(401)
  expect(await send(await sessionCookie(owner, nurse, { expiresMinutes: -1 }), here)).toBe(401)
  // Somebody else is told what they would be told of a training that does not exist.
  expect(await send(await sessionCookie(owner, officer), here)).toBe(200)
  expect(await signed()).toBe(0)
  expect(await send(cookie, here)).toBe(200)
  expect(await signed()).toBe(1)
})
