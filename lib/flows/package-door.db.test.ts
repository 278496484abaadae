import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { contentOf } from '#lib/law/lessons/course-content'
import { now } from '#lib/platform/clock'
import { makeTicket, readTicket } from '#lib/platform/package-ticket'
import { packageCourse } from '#lib/testing/course-packages'
import { closeSpools } from '#lib/testing/evidence'
import { packageOf } from '#lib/testing/packages'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { packageDoor } from './package-door.ts'

const database = useTestDatabase()
const server = packageDoor()
const app = 'http://plumbline.example:3000'
const page = '<!doctype html><title>Part</title><p>Look twice.</p>'
let port = 0
let officer: Actor
let other: Actor
let place: { practice: string; content: string; sha256: string }

const ticketFor = (change: object = {}, at = now()) =>
  makeTicket({ ...place, who: officer.personId, app, ...change }, at)

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** By a plain request: fetch would tidy `..` out of the path. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = send({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

beforeAll(async () => {
  officer = await (await createPractice(database.owner)).actor('officer')
  other = await (await createPractice(database.owner)).actor('officer')
  const video = Buffer.alloc(3 * 1024 * 1024, 'abcdefghij')
  const bytes = packageOf({}, { 'Media/a b.mp4': video, 'js/app.js': 'run()', 'a.exe': 'MZ' })
  const { content } = await packageCourse(database.owner, officer, bytes)
  const played = contentOf(content).texts.en.package
  if (!played) throw new Error('no package')
  place = { practice: officer.practiceId, content: played.contentId, sha256: played.sha256 }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  await closeSpools()
})

describe('the address of packages', () => {
  it('serves the files of a package to whoever has a ticket, under the types of their names', async () => {
    const ticket = ticketFor()
    const html = await get(`/${ticket}/p/index.html?lang=en`)
    expect(html).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } })
    expect(html.body.toString()).toBe(page)
    const types = {
      'js/app.js': 'text/javascript',
      'a.exe': 'application/octet-stream',
      'media/A%20B.MP4': 'video/mp4',
    }
    for (const [name, type] of Object.entries(types))
      expect((await get(`/${ticket}/p/${name}`)).headers['content-type'], name).toBe(type)
    expect((await get(`/${ticket}/p/index.html`, {}, 'HEAD')).body.length).toBe(0)
  })

  it('lets only the page of the application frame it, and nothing come from elsewhere', async () => {
    const ticket = ticketFor()
    for (const path of ['', 'p/index.html']) {
      const { headers } = await get(`/${ticket}/${path}`, { cookie: 'session=1' })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(`frame-ancestors 'self' ${app};`)
      expect(policy).toContain("default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:;")
      expect(policy).toMatch(/sandbox allow-scripts allow-same-origin allow-forms allow-popups$/)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers).not.toHaveProperty('set-cookie')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  it('serves parts of a video, from the middle too', async () => {
    const path = `/${ticketFor()}/p/Media/a%20b.mp4`
    const part = await get(path, { range: 'bytes=2000003-2000007' })
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 2000003-2000007/3145728' } })
    expect(part.body.toString()).toBe('defgh')
    expect((await get(path, { range: 'bytes=9999999-' })).status).toBe(416)
    expect((await get(path)).body.length).toBe(3 * 1024 * 1024)
  })

  it('gives one answer to a ticket that is none, was changed, is over, or names what is not there', async () => {
    const good = ticketFor()
    const [text = '', signature = ''] = good.split('.')
    const facts = JSON.parse(Buffer.from(text, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...facts, who: other.personId })).toString('base64url')
    const gone = [
      ...[
        'none',
        `${text}.`,
        `${text}.${'A'.repeat(signature.length)}`,
        `${forged}.${signature}`,
        'a'.repeat(9_000),
      ],
      ticketFor({}, new Date(now().getTime() - 13 * 3_600_000)),
      // Ours, but of another practice: its rows are not to be seen with it.
      ticketFor({ practice: other.practiceId }),
      ticketFor({ sha256: '0'.repeat(64) }),
    ].map((ticket) => `/${ticket}/p/index.html`)
    const missing = [
      'p/none.html',
      'p/../index.html',
      'p/%2e%2e/index.html',
      'p/%',
      'p/',
      'index.html',
      'p',
    ].map((path) => `/${good}/${path}`)
    const answers = await Promise.all(
      [...gone, ...missing, '/', '/-/', '/-/worker.ts', '/-/toString'].map((path) => get(path)),
    )
    const first = answers[0]
    expect(first).toMatchObject({ status: 404 })
    for (const { status, body, headers } of answers) {
      expect([status, body.toString()]).toEqual([404, 'Not found'])
      expect(headers['content-security-policy']).toBe(first?.headers['content-security-policy'])
    }
  })

  it('takes nothing but questions, and no script that would stay in a browser', async () => {
    const path = `/${ticketFor()}/p/js/app.js`
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get(path, {}, method)).status).toBe(405)
    expect((await get(path, { 'service-worker': 'script' })).status).toBe(404)
  })

  it('serves its own page and the two players, and no other file', async () => {
    const shell = await get(`/${ticketFor()}/`)
    expect(shell.body.toString()).toContain(`data-app="${app}"`)
    for (const name of ['shell.js', 'scorm12.js', 'scorm2004.js'])
      expect(await get(`/-/${name}`)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip' },
      })
  })
})

describe('a ticket', () => {
  it('is over after twelve hours', () => {
    const at = new Date('2026-03-02T08:00:00Z')
    const ticket = ticketFor({}, at)
    expect(readTicket(ticket, new Date('2026-03-02T19:59:59Z'))).toMatchObject(place)
    expect(readTicket(ticket, new Date('2026-03-02T20:00:00Z'))).toBeNull()
  })
})
