import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { defineImportCommands } from '#lib/kernel/transfer/commands'
import type { Mapping } from '#lib/kernel/transfer/mapping'
import { prepareJobs } from '#lib/platform/jobs'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { systemRecord } from './record.ts'

const database = useTestDatabase()
const imports = defineImportCommands(systemRecord)
let practice: TestPractice
let officer: Actor

beforeAll(async () => {
  await prepareJobs(database.ownerUrl, decodeURIComponent(new URL(database.appUrl).username))
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

it('fast', async () => {
  const t: [string, number][] = []
  const time = async <T>(name: string, work: () => Promise<T>) => {
    const s = performance.now()
    const r = await work()
    t.push([name, Math.round(performance.now() - s)])
    return r
  }
  const big = process.env.BIG
  const n = Number(process.env.N ?? 10000)
  const rows = [
    'Name,Stage,Vendor,Purpose,Category,Date Initiated,Patient data goes in,Sites,Safeguard: Second factor at sign-in' +
      (big ? ',X'.repeat(60).replaceAll('X', () => 'x' + Math.random()) : ''),
  ]
  for (let i = 0; i < n; i++)
    rows.push(
      `System ${i},${['In use', 'Proposed', 'In review'][i % 3]},Vendor ${i % 50},"Does this and that for number ${i}, with care",Scheduling,${1 + (i % 12)}/${1 + (i % 28)}/2025,${['Yes', 'No'][i % 2]},Downtown,Met` +
        (big ? ',ab cde'.repeat(60) : ''),
    )
  const content = Buffer.from(rows.join('\r\n'))
  console.log('MB', content.length / 1e6)
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const { id } = valueOf(
    await time('upload', () => imports.upload(officer, { fileName: 'inventory.csv', content })),
  )
  console.log('peak', peak / 1e6)
  const {
    rows: [b],
  } = await database.owner.query<{ mapping: Mapping }>('select mapping from "ImportBatch" where id=$1', [id])
  valueOf(await time('check', () => imports.check(officer, { id, mapping: b?.mapping })))
  console.log('peak', peak / 1e6)
  console.log(
    (
      await database.owner.query(
        'select action, reason, count(*)::int from "ImportRow" where "batchId"=$1 group by 1,2 order by 3 desc limit 40',
        [id],
      )
    ).rows,
  )
  valueOf(await time('start', () => imports.start(officer, { id })))
  const pgm = (await import('pg')).default
  const stats = new Map<string, [number, number]>()
  const orig = pgm.Client.prototype.query as any
  ;(pgm.Client.prototype as any).query = function (...a: any[]) {
    const text = (typeof a[0] === 'string' ? a[0] : a[0].text).slice(0, 90).replace(/\s+/g, ' ')
    const s = performance.now()
    const r = orig.apply(this, a)
    if (r && r.then)
      r.then(
        () => {
          const e = stats.get(text) ?? [0, 0]
          e[0]++
          e[1] += performance.now() - s
          stats.set(text, e)
        },
        () => {},
      )
    return r
  }
  valueOf(await time('apply', () => imports.apply(() => Promise.resolve())(officer, { id })))
  ;(pgm.Client.prototype as any).query = orig
  console.log(
    [...stats]
      .sort((x, y) => y[1][1] - x[1][1])
      .slice(0, 20)
      .map(([k, [n, ms]]) => `${n} ${Math.round(ms)} ${k}`)
      .join('\n'),
  )
  console.log('peak', peak / 1e6)
  clearInterval(timer)
  console.log(t)
}, 200_000)
