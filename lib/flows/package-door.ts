import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { rangeOf } from '#lib/base/byte-range'
import { fileAt } from '#lib/base/scorm/read-package'
import { unpackedPart } from '#lib/base/scorm/zip-index'
import { now } from '#lib/platform/clock'
import { log } from '#lib/platform/log'
import { type PackageTicket, readTicket } from '#lib/platform/package-ticket'
import { packageType } from '#lib/platform/package-types'
import { openPackage } from './package-files.ts'

// Scripts of others run at an address of their own, which knows nobody: no session, no cookie, no page of ours. A ticket in the
// path opens the files of one package.

/** Rights of what is played, also where somebody opens it outside the page that frames it. */
const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-forms allow-popups'
const MOST_CONNECTIONS = 2_000

const plain: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}
const closed = "default-src 'none'; frame-ancestors 'none'"

const require = createRequire(import.meta.url)
const scripts: Readonly<Record<string, () => string>> = {
  'shell.js': () => readFileSync(new URL('./package-shell.mjs', import.meta.url), 'utf8'),
  'scorm12.js': () => readFileSync(require.resolve('scorm-again/scorm12/min'), 'utf8'),
  'scorm2004.js': () => readFileSync(require.resolve('scorm-again/scorm2004/min'), 'utf8'),
}
const packed = new Map<string, Buffer>()

/** The server that plays packages; whoever makes it lets it listen. */
export function packageDoor(): Server {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A browser that went away is no fault.
      if (!response.destroyed) log('error', 'a file of a package could not be served', { error })
      if (response.headersSent) response.destroy()
      else refuse(response, 404)
    })
  })
  server.maxConnections = MOST_CONNECTIONS
  return server
}

function refuse(response: ServerResponse, status: number): void {
  const text = status === 405 ? 'Method not allowed' : 'Not found'
  response.writeHead(status, {
    ...plain,
    ...{ 'content-type': 'text/plain', 'content-security-policy': closed, 'cache-control': 'no-store' },
  })
  response.end(text)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  // A package may keep no script of its own between it and this server.
  if (request.headers['service-worker'] !== undefined) return refuse(response, 404)
  const [, first = '', place = '', ...rest] = (request.url ?? '').split(/[?#]/, 1)[0]?.split('/') ?? []
  if (first === '-') return script(response, rest.length === 0 ? place : '')
  const ticket = readTicket(first, now())
  if (!ticket) return refuse(response, 404)
  if (place === '' && rest.length === 0) return shell(response, ticket)
  if (place !== 'p') return refuse(response, 404)
  return file(request, response, ticket, pathOf(rest))
}

function pathOf(parts: readonly string[]): string {
  try {
    return parts.map(decodeURIComponent).join('/')
  } catch {
    return ''
  }
}

/** Nothing of what plays may come from, or go to, any other host; only the page of ours may frame it. */
const policyOf = ({ app }: PackageTicket) =>
  [
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
    "form-action 'self'",
    "object-src 'self'",
    `frame-ancestors 'self' ${new URL(app).origin}`,
    SANDBOX,
  ].join('; ')

function script(response: ServerResponse, name: string): void {
  const make = Object.hasOwn(scripts, name) ? scripts[name] : undefined
  if (!make) return refuse(response, 404)
  const body = packed.get(name) ?? gzipSync(make())
  packed.set(name, body)
  response.writeHead(200, {
    ...plain,
    ...{ 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip' },
    ...{ 'content-length': body.length, 'content-security-policy': closed, 'cache-control': 'no-cache' },
  })
  response.end(body)
}

/** Our own page around the package: it answers what the package reports, and tells the application's page. */
function shell(response: ServerResponse, ticket: PackageTicket): void {
  const { origin } = new URL(ticket.app)
  response.writeHead(200, {
    ...plain,
    ...{ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(ticket) },
    'cache-control': 'no-store',
  })
  response.end(`<!doctype html>
<html lang="en" data-app="${origin.replaceAll('"', '')}">
<head><meta charset="utf-8"><title>Training</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>html,body{margin:0;height:100%;overflow:hidden;background:#fff}iframe{border:0;width:100%;height:100%;display:block}</style>
</head><body><script src="/-/shell.js"></script></body></html>
`)
}

async function file(
  request: IncomingMessage,
  response: ServerResponse,
  ticket: PackageTicket,
  path: string,
): Promise<void> {
  const opened = await openPackage(ticket)
  const found = opened && fileAt(opened.files, path)
  if (!opened || !found) return refuse(response, 404)
  const size = found.unpacked
  const range = rangeOf(request.headers.range ?? null, size)
  const headers = {
    ...plain,
    ...{ 'content-type': packageType(found.name), 'content-security-policy': policyOf(ticket) },
    ...{ 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=43200, immutable' },
  }
  if (range === 'none') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` })
    response.end()
    return
  }
  const { from, to } = range ?? { from: 0, to: size - 1 }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': to - from + 1,
    ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
  })
  if (request.method === 'HEAD' || size === 0) {
    response.end()
    return
  }
  await pipeline(Readable.from(unpackedPart(opened.source, found, { from, to })), response)
}
