import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { runningOwnerUrl, startEmbeddedPostgres } from './embedded-postgres.ts'
import { withClient } from './postgres-connect.ts'
import { isAlive, postmasterFile } from './postgres-process.ts'

const made = mkdtempSync(join(tmpdir(), 'plumbline-pg-'))
let folder = ''
let dataDir = ''
const lines: string[] = []
const log = (line: string) => lines.push(line)
const cluster = () => join(dataDir, 'data')

beforeAll(async () => {
  const server = await startEmbeddedPostgres({ dataDir: join(made, 'postgres'), durable: false, log })
  await server.stop()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

// A copy of one cluster, made once: making one takes a second.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-pg-'))
  chmodSync(folder, 0o711)
  dataDir = join(folder, 'postgres')
  execFileSync('cp', ['-a', join(made, 'postgres'), dataDir])
  lines.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process of its own that starts a server and writes rows, saying each number once PostgreSQL acknowledged it. */
async function writerProcess(): Promise<{ writer: ChildProcess; acknowledged: number[] }> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)}
    import pg from 'pg'
    const { ownerUrl } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    const client = new pg.Client(ownerUrl)
    await client.connect()
    await client.query('CREATE TABLE written (n int PRIMARY KEY)')
    for (let n = 1; ; n++) {
      await client.query('INSERT INTO written VALUES ($1)', [n])
      console.log(n)
    }`
  const writer = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: process.cwd(),
  })
  const acknowledged: number[] = []
  createInterface({ input: writer.stdout }).on('line', (line) => acknowledged.push(Number(line)))
  await vi.waitUntil(() => acknowledged.length > 200, { timeout: 15_000 })
  return { writer, acknowledged }
}

async function kill(writer: ChildProcess): Promise<void> {
  writer.kill('SIGKILL')
  await once(writer, 'exit')
}

const writtenRows = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>('SELECT n FROM written ORDER BY n')
    return rows.map(({ n }) => n)
  })

describe('the embedded server', () => {
  it('is in UTF-8 and UTC, out of reach of the network, and its owner is no superuser', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    const { rows } = await withClient(server.ownerUrl, (client) =>
      client.query<Record<string, unknown>>(`
        SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, upper('é') AS upper,
          current_setting('listen_addresses') AS listens, current_setting('unix_socket_permissions') AS rights,
          (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS unbound`),
    )
    await server.stop()
    expect(rows).toEqual([
      { encoding: 'UTF8', zone: 'UTC', upper: 'É', listens: '', rights: '0700', unbound: false },
    ])
  })

  it('refuses a wrong password', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    const stranger = server.ownerUrl.replace(/:[^:@]+@/, ':guessed@')
    await expect(withClient(stranger, () => Promise.resolve())).rejects.toThrow(
      /password authentication failed/,
    )
    await server.stop()
  })

  it('can be found while it runs, and not after', async () => {
    expect(runningOwnerUrl(dataDir)).toBeUndefined()
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    expect(runningOwnerUrl(dataDir)).toBe(server.ownerUrl)
    await server.stop()
    expect(runningOwnerUrl(dataDir)).toBeUndefined()
  })

  it('listens on a given port of the loopback address when asked to', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log, port: 54_397 })
    expect(server.ownerUrl).toMatch(/@127[.]0[.]0[.]1:54397\/plumbline$/)
    const { rows } = await withClient(server.ownerUrl, (client) => client.query('SHOW listen_addresses'))
    expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }])
    await server.stop()
  })

  it('says when it ends without having been asked to', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    process.kill(postmasterFile(cluster())?.pid ?? 0, 'SIGKILL')
    expect(await server.died).toBe('SIGKILL')
    await server.stop()
  })

  it('starts anew when the first start was killed while it made the cluster', async () => {
    renameSync(cluster(), `${cluster()}.unfinished`)
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    await server.stop()
    expect(readdirSync(dataDir).toSorted()).toEqual(['data', 'owner-password', 'run'])
  })

  it('refuses, in one line, a cluster that another major version made', async () => {
    writeFileSync(join(cluster(), 'PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(
      /^The database in .* was made by PostgreSQL 17, this is 18: back it up .*$/,
    )
  })
})

describe('the embedded server after a kill', () => {
  it('still has every row that it acknowledged', async () => {
    const { writer, acknowledged } = await writerProcess()
    process.kill(postmasterFile(cluster())?.pid ?? 0, 'SIGKILL')
    await kill(writer)
    const server = await startEmbeddedPostgres({ dataDir, log })
    const rows = await writtenRows(server.ownerUrl)
    await server.stop()
    expect(rows).toEqual(expect.arrayContaining(acknowledged))
    expect(rows.length - acknowledged.length).toBeLessThanOrEqual(1)
  })

  it('does not outlive the process that started it', async () => {
    const { writer } = await writerProcess()
    const pid = postmasterFile(cluster())?.pid ?? 0
    await kill(writer)
    await vi.waitUntil(() => !postmasterFile(cluster()) && !isRunning(pid), { timeout: 10_000 })
    expect(isRunning(pid)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('is stopped and started again where it did outlive it', async () => {
    const { writer, acknowledged } = await writerProcess()
    const pid = postmasterFile(cluster())?.pid ?? 0
    for (const child of childrenOf(writer.pid ?? 0)) if (child !== pid) process.kill(child, 'SIGKILL')
    await kill(writer)
    expect(isRunning(pid)).toBe(true)
    const server = await startEmbeddedPostgres({ dataDir, log })
    expect(lines.join('\n')).toContain(`an earlier start left behind (process ${pid})`)
    expect(await writtenRows(server.ownerUrl)).toEqual(expect.arrayContaining(acknowledged))
    await server.stop()
  })

  it('is not held up by a stranger that was given the dead server`s number', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log })
    const left = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')
    await server.stop()
    writeFileSync(join(cluster(), 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)))
    const again = await startEmbeddedPostgres({ dataDir, durable: false, log })
    expect(runningOwnerUrl(dataDir)).toBe(again.ownerUrl)
    await again.stop()
  })
})

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}

/** A process that has ended and only waits to be taken note of does not run. */
function isRunning(pid: number): boolean {
  if (!isAlive(pid)) return false
  return process.platform !== 'linux' || !/[)] Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}
