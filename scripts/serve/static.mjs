// Loaded into the web server: answers for the build's scripts and styles with the brotli files that the build left beside
// them. Next.js compresses with gzip only, and anew for each request; brotli is a seventh smaller.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import { join, relative, sep } from 'node:path'

const ROOT = join(process.cwd(), '.next/static')
const PREFIX = '/_next/static/'
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' }

/** Only what the build wrote can be asked for: nothing of the URL ever becomes a path. @type {Map<string, { type: string, body: Buffer }>} */
const files = new Map()
if (existsSync(ROOT)) {
  for (const entry of readdirSync(ROOT, { recursive: true, withFileTypes: true })) {
    const type = TYPES[/\.(\w+)\.br$/.exec(entry.name)?.[1] ?? '']
    const path = join(entry.parentPath, entry.name)
    if (!type || !statSync(path).isFile()) continue
    files.set(PREFIX + relative(ROOT, path).slice(0, -3).split(sep).join('/'), {
      type,
      body: readFileSync(path),
    })
  }
}

const { prototype } = http.Server
Object.assign(prototype, {
  emit: new Proxy(Reflect.get(prototype, 'emit'), {
    apply: (emit, server, [event, ...parts]) =>
      event === 'request' && answer(...parts) ? true : Reflect.apply(emit, server, [event, ...parts]),
  }),
})

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function answer(request, response) {
  if (request.method !== 'GET' || !request.url?.startsWith(PREFIX)) return false
  const file = files.get(request.url.split('?', 1)[0] ?? '')
  if (!file || !/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return false
  response.writeHead(200, {
    'content-type': file.type,
    'content-encoding': 'br',
    'content-length': file.body.length,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  response.end(file.body)
  return true
}
