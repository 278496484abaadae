import type http from 'node:http'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import type { TestServer } from '../e2e/support/server.ts'
import type { Loaded } from './data.ts'
import { get } from './measure.ts'

export interface Transfers {
  rows: number
  checkSeconds: number
  applySeconds: number
  csvSeconds: number
  xlsxSeconds: number
}

const rows = 10_000

function file(): Uint8Array {
  const lines = ['Name,Stage,Vendor,Purpose,Category,Date Initiated,PHI,Generative']
  for (let n = 1; n <= rows; n += 1)
    lines.push(
      `Imported system ${n},Operation and Maintenance,Vendor ${n % 300},"Does task ${n}, and nothing else",Imaging,3/${1 + (n % 28)}/2026,Yes,No`,
    )
  return Buffer.from(lines.join('\r\n'), 'utf8')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

/** Brings 10,000 rows in by the import's own commands, and takes the register out again over HTTP. */
export async function measureTransfers(
  server: TestServer,
  loaded: Loaded,
  headers: http.OutgoingHttpHeaders,
): Promise<Transfers> {
  const { registry } = await import('#lib/registry')
  const { write } = await import('#lib/platform/db')
  const actor: Actor = {
    practiceId: loaded.practiceId,
    practiceName: 'Benchmark',
    timeZone: 'America/Chicago',
    isDemo: false,
    idleMinutes: 15,
    cadences: {},
    personId: loaded.personId,
    name: 'Benchmark',
    email: '',
    homeSiteIds: [],
    held: [{ role: 'officer', siteIds: 'all' }],
    sessionId: null,
  }
  const { imports } = registry['ai-system']
  const sure = async <T>(
    result: Promise<{ ok: true; value: T } | { ok: false; message: string }>,
  ): Promise<T> => {
    const settled = await result
    if (!settled.ok) throw new Error(settled.message)
    return settled.value
  }
  const { id } = await sure(imports.upload(actor, { fileName: 'benchmark.csv', content: file() }))
  const batch = await write(actor, (tx) =>
    tx.importBatch.findUniqueOrThrow({ where: { id }, select: { mapping: true } }),
  )
  const checkSeconds = await timed(() => sure(imports.check(actor, { id, mapping: batch.mapping })))
  // Applied here and not by the worker, so that the time is the import's and not the queue's.
  const owner = new pg.Client({ connectionString: server.databaseUrl })
  await owner.connect()
  await owner.query(`UPDATE "ImportBatch" SET state = 'applying' WHERE id = $1`, [id])
  await owner.end()
  const applySeconds = await timed(() => sure(imports.apply(() => Promise.resolve())(actor, { id })))
  const download = (format: string) => async () => {
    const answer = await get(`${server.url}/export/ai-system?format=${format}&all=yes`, headers)
    if (answer.status !== 200 || answer.body.length < rows * 50)
      throw new Error(`the export answers ${answer.status} with ${answer.body.length} bytes`)
  }
  return {
    rows,
    checkSeconds,
    applySeconds,
    csvSeconds: await timed(download('csv')),
    xlsxSeconds: await timed(download('xlsx')),
  }
}
