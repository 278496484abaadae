import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { joinDatabase } from './database.ts'

const START = fileURLToPath(new URL('../start.mjs', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'plumbline-start-'))
const dataDir = join(scratch, 'data')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs the start to its end and returns what a person sees. */
async function start(
  words: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const child: ChildProcess = spawn(process.execPath, [START, ...words], {
    env: { ...process.env, PLUMBLINE_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  await once(child, 'close')
  return { code: child.exitCode, said: said.trim() }
}

const isOneLine = /^[^\n]+$/

describe('a start that cannot be', () => {
  it('says in one line that the port is taken, and which variable changes it', async () => {
    const server = createServer().listen(0, '0.0.0.0')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { code, said } = await start([], { PORT: String(port) })
    server.close()
    expect(said).toMatch(isOneLine)
    expect(said).toContain(`Port ${port} is in use by another program`)
    expect(said).toContain(`PORT=${(port ?? 0) + 1} npm start`)
    expect(code).toBe(1)
  })

  it('leaves no lock behind', () => {
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('says in one line that another instance has the data folder', async () => {
    const held = mkdtempSync(join(scratch, 'held-'))
    writeFileSync(
      join(held, 'instance.lock'),
      JSON.stringify({ pid: 7, host: `not ${hostname()}`, started: '' }),
    )
    const { code, said } = await start([], { PLUMBLINE_DATA: held })
    expect(said).toMatch(isOneLine)
    expect(said).toContain(`The data folder ${held} is in use by another Plumbline (process 7`)
    expect(code).toBe(1)
  })

  it('says in one line that the data folder cannot be written', async () => {
    const file = join(scratch, 'a-file')
    writeFileSync(file, '')
    const { code, said } = await start([], { PLUMBLINE_DATA: join(file, 'data') })
    expect(said).toMatch(isOneLine)
    expect(said).toContain('cannot be written (ENOTDIR)')
    expect(code).toBe(1)
  })

  it.skipIf(process.getuid?.() === 0)('says the same of a folder that is read-only', async () => {
    const readOnly = mkdtempSync(join(scratch, 'read-only-'))
    chmodSync(readOnly, 0o555)
    const { said } = await start([], { PLUMBLINE_DATA: readOnly })
    expect(said).toContain('cannot be written (EACCES)')
  })

  it('comes back, with one line, from a folder in which none can be made', async () => {
    const { code, said } = await start([], { PLUMBLINE_DATA: '/proc/plumbline' })
    expect(said).toMatch(/^The data folder \/proc\/plumbline cannot be written/)
    expect(code).toBe(1)
  })

  it('says in one line that the Node is too old, before anything that an old one cannot read', async () => {
    const older =
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })'
    const { code, said } = await start([], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}`,
    })
    expect(said).toBe('Plumbline needs Node.js 20.19 or newer, this is 20.18.3: see https://nodejs.org')
    expect(code).toBe(1)
  })

  it('refuses an unknown option and a port that is none', async () => {
    expect((await start(['--demmo'], {})).said).toMatch(/^Unknown option --demmo[.] Use: npm start/)
    expect((await start([], { PORT: '0x' })).said).toBe('PORT must be a number from 1 to 65535, not "0x"')
  })

  it('says in one line, without the password, that the database cannot be reached', async () => {
    const nobody = createServer().listen(0, '127.0.0.1')
    await once(nobody, 'listening')
    const address = nobody.address()
    const port = typeof address === 'object' ? address?.port : undefined
    nobody.close()
    await once(nobody, 'close')
    const opening = joinDatabase(dataDir, {
      NODE_ENV: 'test',
      DATABASE_URL: `postgresql://owner:hush@127.0.0.1:${port}/plumbline`,
    })
    await expect(opening).rejects.toThrow(
      `The database 127.0.0.1:${port}/plumbline cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`,
    )
  })
})
