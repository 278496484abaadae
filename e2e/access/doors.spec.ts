import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { giveAccount } from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import { adoptServer, sessionCookie } from '../support/sign-in.ts'

adoptServer()

let owner: pg.Pool

test.beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 })
})
test.afterAll(() => owner.end())

test('what only knocks on doors gets a plain refusal, and no fault in the log', async ({
  request,
  baseURL,
}) => {
  const officer = await (await createPractice(owner)).actor('officer')
  await giveAccount(owner, officer)
  const cookie = await sessionCookie(owner, officer)
  const status = async (method: string, path: string, headers: Record<string, string> = {}) =>
    (await request.fetch(path, { method, headers: { cookie, ...headers }, maxRedirects: 0 })).status()
  const foreign = { origin: 'https://elsewhere.example', 'next-action': '40'.repeat(20) }
  expect(await status('POST', '/ai-systems/new', foreign)).toBe(403)
  expect(await status('DELETE', '/api/drafts?form=%00', { origin: baseURL ?? '' })).toBe(204)
  expect(await status('GET', '/export/ai-system?format=exe')).toBe(404)
  const raw = (line: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(baseURL ?? '').port), '127.0.0.1')
      socket.on('error', reject)
      socket.once('data', (data) => {
        socket.destroy()
        resolve(data.toString().split('\r\n', 1)[0] ?? '')
      })
      socket.write(`${line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    })
  expect(await raw('TRACE /ai-systems')).toContain('405')
  expect(await raw('GET /phi-flows/%F0')).toContain('400')
})

test('a browser that asks for an icon by its old name gets one, signed in or not', async ({ request }) => {
  const answer = await request.get('/favicon.ico', { maxRedirects: 0 })
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/x-icon')
})
