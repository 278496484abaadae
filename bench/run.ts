import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { APP_ROLE } from '#lib/platform/app-role'
import { withCredentials } from '#lib/platform/postgres-connect'
import { startServer, type TestServer } from '../e2e/support/server.ts'
import { rolePassword } from '../scripts/serve/secrets.ts'
import { type Loaded, load, type Size, sizes } from './data.ts'
import { get, memoryOf, type Timing, time, weight } from './measure.ts'
import { floors, pages } from './pages.ts'
import { measureSigning, type Signing, signingInWords } from './signing.ts'
import { measureTransfers, type Transfers } from './transfers.ts'

/** Only pages whose path has this in it. */
const only = process.env.BENCH_ONLY ?? ''
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

export interface PageResult {
  page: string
  bytes: number
  scripts: number
  total: number
  one: Timing
  sixteen: Timing
  /** The page's SQL sent raw through pg, and a bare Node answer of the same bytes. */
  sqlFloor: Timing
  httpFloor: Timing
}

interface SizeResult {
  size: string
  loadSeconds: number
  memoryIdle: number
  memoryAfter: number
  pages: PageResult[]
  transfers: Transfers[]
  signing: Signing
}

/** The settings that `npm start` generated for this server, as this process needs them to make a session. */
function adoptSettings(server: TestServer): void {
  const text = readFileSync(join(server.dataDir, 'secrets.json'), 'utf8')
  const secrets = z.record(z.string(), z.string()).parse(JSON.parse(text))
  process.env.AUTH_SECRET = secrets.authSecret
  process.env.ENCRYPTION_KEY = secrets.encryptionKey
  process.env.DATABASE_URL = withCredentials(
    server.databaseUrl,
    APP_ROLE,
    rolePassword(secrets.encryptionKey ?? '', APP_ROLE),
  )
}

async function signIn(server: TestServer, loaded: Loaded): Promise<string> {
  const { sealToken } = await import('#lib/platform/auth')
  const { hashToken } = await import('#lib/platform/session')
  const token = 'a token of the benchmark, valid for a day'
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  await client.query(
    `INSERT INTO "Session" (id, "practiceId", "personId", "tokenHash", stage, "createdAt", "lastSeenAt", "expiresAt") VALUES (gen_random_uuid(), $1, $2, $3, 'full', now(), now(), now() + interval '1 day')`,
    [loaded.practiceId, loaded.personId, hashToken(token)],
  )
  await client.end()
  return `plumbline-session=${await sealToken(token)}`
}

async function bareServer(body: Buffer): Promise<{ url: string; close: () => void }> {
  const server = http.createServer((_, response) => response.end(body))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    close: () => server.close(),
  }
}

async function measureSize(size: Size): Promise<SizeResult> {
  const server = await startServer()
  const pools: pg.Pool[] = []
  try {
    adoptSettings(server)
    const started = performance.now()
    const loaded = await load(server.databaseUrl, size)
    const loadSeconds = (performance.now() - started) / 1_000
    const signedIn = { cookie: await signIn(server, loaded) }
    const memoryIdle = memoryOf(server.pid)
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
    pools.push(pool)
    const results: PageResult[] = []
    for (const page of pages(loaded).filter(({ path }) => path.includes(only))) {
      const url = `${server.url}${page.path}`
      const headers = page.anonymous ? {} : signedIn
      const first = await get(url, headers)
      if (first.status !== 200) throw new Error(`${page.path} answers ${first.status}`)
      const bare = await bareServer(first.body)
      const visit = async () => {
        const answer = await get(url, headers)
        if (answer.status !== 200) throw new Error(`${page.path} answers ${answer.status}`)
      }
      results.push({
        page: page.path
          .replace(loaded.systemId, '…')
          .replace(loaded.vendorId, '…')
          .replace(loaded.campaignId, '…')
          .replace(loaded.riskId, '…'),
        bytes: first.body.length,
        ...(await weight(server.url, page.path, headers)),
        one: await time(1, seconds, visit),
        sixteen: await time(16, seconds, visit),
        sqlFloor: await time(1, 1, () => floors(pool, loaded, page.floor)),
        httpFloor: await time(1, 1, () => get(bare.url, {})),
      })
      bare.close()
      process.stdout.write(`${size.name} ${page.path}\n`)
    }
    const memoryAfter = memoryOf(server.pid)
    const transfers = await measureTransfers(server, loaded, signedIn)
    const signing = await measureSigning(server)
    return { size: size.name, loadSeconds, memoryIdle, memoryAfter, pages: results, transfers, signing }
  } finally {
    const { disconnect } = await import('#lib/platform/db')
    await Promise.all([disconnect(), ...pools.map((pool) => pool.end())])
    await server.stop()
  }
}

function table(result: SizeResult): string {
  const ms = (value: number) => value.toFixed(1).padStart(7)
  const kb = (bytes: number) => (bytes / 1_000).toFixed(0).padStart(6)
  const rows = result.pages.map(
    ({ page, one, sixteen, sqlFloor, httpFloor, scripts, total }) =>
      `| ${page.padEnd(34)} |${ms(one.p50)} |${ms(one.p95)} |${ms(sixteen.p50)} |${ms(sixteen.p95)} |${sixteen.perSecond.toFixed(0).padStart(6)} |${ms(sqlFloor.p50)} |${ms(httpFloor.p50)} |${kb(scripts)} |${kb(total)} |`,
  )
  const { transfers } = result
  return [
    `Data set ${result.size}: loaded in ${result.loadSeconds.toFixed(1)} s; memory of all processes ${result.memoryIdle.toFixed(0)} MB at the start, ${result.memoryAfter.toFixed(0)} MB after the pages`,
    '',
    `| ${'page'.padEnd(34)} | 1: p50 | 1: p95 | 16:p50 | 16:p95 | 16:/s | SQL p50 | bare p50 | JS kB | all kB |`,
    `|${'-'.repeat(36)}|${Array.from({ length: 9 }, () => '------:').join('|')}|`,
    ...rows,
    '',
    ...transfers.map(
      ({ kind, rows, checkSeconds, applySeconds, exported, csvSeconds, xlsxSeconds }) =>
        `${kind}: import of ${rows.toLocaleString('en-US')} rows: check ${checkSeconds.toFixed(1)} s, apply ${applySeconds.toFixed(1)} s. Export of ${exported.toLocaleString('en-US')}: CSV ${csvSeconds.toFixed(1)} s, XLSX ${xlsxSeconds.toFixed(1)} s.`,
    ),
    signingInWords(result.signing),
    '',
  ].join('\n')
}

const sizeNames = Object.keys(sizes) as (keyof typeof sizes)[]
const wanted = sizeNames.filter((name) => process.argv.includes(name))
if (wanted.length === 1) {
  for (const name of wanted) {
    const result = await measureSize(sizes[name])
    const folder = resolve(import.meta.dirname, 'results')
    mkdirSync(folder, { recursive: true })
    const report = { at: new Date().toISOString(), node: process.version, cores: cpus().length, ...result }
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
    process.stdout.write(`\n${table(result)}`)
  }
} else {
  // A process for each: the settings of one server must not reach the next.
  for (const name of wanted.length > 0 ? wanted : sizeNames) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' })
    if (status !== 0) process.exit(1)
  }
}
