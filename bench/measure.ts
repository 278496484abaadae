import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'

export interface Timing {
  p50: number
  p95: number
  perSecond: number
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** One GET, whole body read. Milliseconds and bytes as they came over the wire. */
export function get(
  url: string,
  headers: http.OutgoingHttpHeaders,
): Promise<{ status: number; body: Buffer; ms: number; headers: http.IncomingHttpHeaders }> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          ms: performance.now() - started,
          headers: response.headers,
        }),
      )
      response.on('error', reject)
    })
    // The server closes connections that were idle for five seconds, sometimes just as one is used again.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' && request.reusedSocket) get(url, headers).then(resolve, reject)
      else reject(error)
    })
  })
}

/** Runs `work` for `seconds` with `users` at once, after a warm-up, and sums up its durations in milliseconds. */
export async function time(users: number, seconds: number, work: () => Promise<unknown>): Promise<Timing> {
  for (let i = 0; i < 10; i += 1) await work()
  const durations: number[] = []
  const started = performance.now()
  const until = started + seconds * 1_000
  await Promise.all(
    Array.from({ length: users }, async () => {
      while (performance.now() < until) {
        const begun = performance.now()
        await work()
        durations.push(performance.now() - begun)
      }
    }),
  )
  const took = (performance.now() - started) / 1_000
  durations.sort((a, b) => a - b)
  const at = (part: number) =>
    durations[Math.min(durations.length - 1, Math.floor(durations.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: durations.length / took }
}

/** Compressed bytes that a first visit to a page loads: scripts alone, and everything. */
export async function weight(
  base: string,
  path: string,
  headers: http.OutgoingHttpHeaders,
): Promise<{ scripts: number; total: number }> {
  const compressed = { ...headers, 'accept-encoding': 'br, gzip' }
  const page = await get(`${base}${path}`, headers)
  const html = page.body.toString('utf8')
  let scripts = 0
  let total = (await get(`${base}${path}`, compressed)).body.length
  const assets = new Set(
    [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  )
  for (const asset of assets) {
    const { body } = await get(`${base}${asset}`, compressed)
    total += body.length
    // The polyfill file carries noModule: no browser of the last years loads it.
    if (
      asset.endsWith('.js') &&
      !new RegExp(`${asset.replaceAll(/[.[\]/]/g, '\\$&')}"[^>]*noModule`, 'i').test(html)
    )
      scripts += body.length
  }
  return { scripts, total }
}

/** Memory of a process and all its descendants in megabytes: proportional set size, so shared pages count once. */
export function memoryOf(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // The process ended meanwhile.
    }
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && belongs(parents.get(pid) ?? 0))
  let kilobytes = 0
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // The same.
    }
  }
  return kilobytes / 1_024
}
