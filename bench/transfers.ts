import type http from 'node:http'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import type { TestServer } from '../e2e/support/server.ts'
import type { Loaded } from './data.ts'
import { get } from './measure.ts'

export interface Transfers {
  kind: string
  rows: number
  checkSeconds: number
  applySeconds: number
  /** How many the register then has, all of them in each file. */
  exported: number
  csvSeconds: number
  xlsxSeconds: number
}

const rows = 10_000
const numbered = (head: string, line: (n: number) => string): Uint8Array =>
  Buffer.from([head, ...Array.from({ length: rows }, (_, at) => line(at + 1))].join('\r\n'), 'utf8')

const files = {
  'ai-system': () =>
    numbered(
      'Name,Stage,Vendor,Purpose,Category,Date Initiated,PHI,Generative',
      (n) =>
        `Imported system ${n},Operation and Maintenance,Vendor ${n % 300},"Does task ${n}, and nothing else",Imaging,3/${1 + (n % 28)}/2026,Yes,No`,
    ),
  risk: () =>
    numbered(
      'Risk,Category,What happens,Cause,Current score,Target score,Treatment,AI systems,Requirements,Actions,Owner,Last looked at',
      (n) =>
        `Imported risk ${n},Privacy,"Somebody in a hurry does it, and nobody sees it for ${n} days",It is quick to do,${1 + (n % 5)} x ${1 + (n % 4)},1 x 2,Reduce it,AI-${String(1 + (n % 30)).padStart(5, '0')},GOVERN 1.1; 164.308(a)(1)(ii)(A),Look at ten samples | by P-000${10 + (n % 40)} | due 2027-0${1 + (n % 9)}-15,P-000${10 + (n % 40)},2026-0${1 + (n % 9)}-10`,
    ),
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

/** Brings 10,000 rows into a register by the import's own commands, and takes the register out again over HTTP. */
async function measureTransfer(
  kind: keyof typeof files,
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
  const { imports } = registry[kind]
  const sure = async <T>(
    result: Promise<{ ok: true; value: T } | { ok: false; message: string }>,
  ): Promise<T> => {
    const settled = await result
    if (!settled.ok) throw new Error(settled.message)
    return settled.value
  }
  const { id } = await sure(imports.upload(actor, { fileName: 'benchmark.csv', content: files[kind]() }))
  const batch = await write(actor, (tx) =>
    tx.importBatch.findUniqueOrThrow({ where: { id }, select: { mapping: true } }),
  )
  const checkSeconds = await timed(() => sure(imports.check(actor, { id, mapping: batch.mapping })))
  // Applied here and not by the worker, so that the time is the import's and not the queue's.
  const owner = new pg.Client({ connectionString: server.databaseUrl })
  await owner.connect()
  await owner.query(`UPDATE "ImportBatch" SET state = 'applying' WHERE id = $1`, [id])
  const wrong = await owner.query<{ reason: string }>(
    `SELECT reason FROM "ImportRow" WHERE "batchId" = $1 AND action <> 'create' LIMIT 1`,
    [id],
  )
  await owner.end()
  if (wrong.rows[0]) throw new Error(`a row of ${kind} is not new: ${wrong.rows[0].reason}`)
  const applySeconds = await timed(() => sure(imports.apply(() => Promise.resolve())(actor, { id })))
  const download = (format: string) => async () => {
    const answer = await get(`${server.url}/export/${kind}?format=${format}&all=yes`, headers)
    if (answer.status !== 200 || answer.body.length < rows * 50)
      throw new Error(`the export answers ${answer.status} with ${answer.body.length} bytes`)
  }
  const { total } = await registry[kind].record.list(actor, { ...everything, page: 1, size: 1 })
  return {
    kind,
    rows,
    checkSeconds,
    applySeconds,
    exported: total,
    csvSeconds: await timed(download('csv')),
    xlsxSeconds: await timed(download('xlsx')),
  }
}

const everything = {
  ...{ search: '', filters: {}, columns: [], archived: false, filtersDrawn: false },
  sort: { key: 'title', descending: false },
}

/** The registers whose files are timed, one after the other. */
export async function measureTransfers(
  server: TestServer,
  loaded: Loaded,
  headers: http.OutgoingHttpHeaders,
): Promise<Transfers[]> {
  return [
    await measureTransfer('ai-system', server, loaded, headers),
    await measureTransfer('risk', server, loaded, headers),
  ]
}
