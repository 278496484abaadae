import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { env } from './env.ts'
import { enterRequest } from './request-context.ts'

// Next believes whatever X-Forwarded-* says. Here they are cleaned before Next reads them: replaced by what our own
// socket knows, or, behind as many proxies as TRUST_PROXY says, by what the outermost of those added.

/** Where a request came from, as the rest of the server sees it; a client's own header of that name never arrives. */
const ADDRESS_HEADER = 'x-client-address'
/** Present when the browser runs on this very machine and no proxy stands between. */
const HERE_HEADER = 'x-client-here'
export const REQUEST_ID_HEADER = 'x-request-id'
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

interface DoorSettings {
  trustProxy: number
  appUrl: string | undefined
}

const holder = globalThis as typeof globalThis & { plumblineFrontDoor?: boolean }

/**
 * From now on, cleans the forwarding headers of every request this process serves and gives it an id, which its log lines
 * carry. Call it once, before the server listens.
 */
export function guardFrontDoor(): void {
  if (holder.plumblineFrontDoor) return
  holder.plumblineFrontDoor = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const requestId = randomUUID()
    cleanForwarding(request.headers, request.socket.remoteAddress, env())
    request.headers[REQUEST_ID_HEADER] = requestId
    enterRequest(requestId)
  })
}

/** Rewrites the headers in place. `peer` is the address of the other end of the socket. */
export function cleanForwarding(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  settings: DoorSettings,
): void {
  const { trustProxy, appUrl } = settings
  const forwardedFor = listOf(headers['x-forwarded-for'])
  const hosts = listOf(headers['x-forwarded-host'])
  const protocols = listOf(headers['x-forwarded-proto'])
  const host = outermost(hosts, trustProxy) ?? hosts[0]
  const protocol = outermost(protocols, trustProxy) ?? protocols[0]
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined)
  for (const name of [...FORWARDED, ADDRESS_HEADER, HERE_HEADER]) delete headers[name]

  const near = plainAddress(peer)
  const address = plainAddress(outermost(forwardedFor, trustProxy)) ?? near
  if (address) {
    headers[ADDRESS_HEADER] = address
    headers['x-forwarded-for'] = address
  }
  if (trustProxy > 0 && host) headers['x-forwarded-host'] = host
  if (appUrl?.startsWith('https:') || (trustProxy > 0 && protocol === 'https'))
    headers['x-forwarded-proto'] = 'https'
  // A proxy that does not pass the public host on: the browser's Origin proves that it meant the public address.
  if (appUrl && headers.origin === appUrl) headers['x-forwarded-host'] = new URL(appUrl).host

  const isLoopback = near !== null && /^(127\.|::1$)/.test(near)
  const alone = trustProxy === 0 && !isForwarded && (!appUrl || LOCAL_HOST.test(new URL(appUrl).host))
  if (isLoopback && alone && LOCAL_HOST.test(headers.host ?? '')) headers[HERE_HEADER] = '1'
}

function listOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '')
  return text === '' ? [] : text.split(',').map((part) => part.trim())
}

/** What the outermost of `hops` trusted proxies wrote: that many from the right. Fewer entries: some proxy was passed by. */
function outermost(entries: readonly string[], hops: number): string | null {
  return hops > 0 ? (entries[entries.length - hops] ?? null) : null
}

/** IPv4 in IPv6 clothes undressed, port and zone cut off; null for what is no address. */
function plainAddress(text: string | null | undefined): string | null {
  const noZone = (text ?? '').replace(/%.*$/, '')
  const bracketed = /^\[(.*)\](:\d+)?$/.exec(noZone)?.[1]
  const bare = bracketed ?? noZone.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  return isIP(address) === 0 ? null : address
}

/**
 * What one household or attacker holds: the address itself, or the /64 network of an IPv6 address, in which anybody has
 * more addresses than a counter could ever count.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

interface ReadableHeaders {
  get(name: string): string | null
}

/** The client's address; 'unknown' when nobody guarded the door, because then anyone could have written the header. */
export function clientAddressIn(headers: ReadableHeaders): string {
  return (holder.plumblineFrontDoor && headers.get(ADDRESS_HEADER)) || 'unknown'
}

/** Whether the browser runs on this machine, reaching the server directly. */
export function isHere(headers: ReadableHeaders): boolean {
  return holder.plumblineFrontDoor === true && headers.get(HERE_HEADER) === '1'
}

/** Whether the browser reached us through TLS, ours or a trusted proxy's. */
export function isSecure(headers: ReadableHeaders): boolean {
  const { appUrl, trustProxy } = env()
  return (
    appUrl?.startsWith('https:') === true || (trustProxy > 0 && headers.get('x-forwarded-proto') === 'https')
  )
}

/** The address under which people reach us, without a path: the one that was set, else the one this request came by. */
export function originIn(headers: ReadableHeaders): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? 'localhost'
  return env().appUrl ?? `${isSecure(headers) ? 'https' : 'http'}://${host}`
}

/**
 * The second address, at which packages of others play: what was set, else the next port of the host by which the browser
 * came. Null when nobody can know it: behind TLS or a proxy somebody has to say where that port is reached.
 */
export function packagesOriginIn(headers: ReadableHeaders): string | null {
  const { packages, trustProxy } = env()
  if (packages.port === 0) return null
  const own = originIn(headers)
  if (packages.url) return packages.url === own ? null : packages.url
  if (own.startsWith('https:') || trustProxy > 0 || !URL.canParse(own)) return null
  const origin = new URL(own)
  origin.port = String(packages.port)
  return origin.origin === own ? null : origin.origin
}

/**
 * Whether a state-changing request to a route handler comes from a page of ours. A browser always says so, by Origin or
 * by Sec-Fetch-Site; a request that says neither is refused.
 */
export function isSameOrigin(headers: ReadableHeaders): boolean {
  const origin = headers.get('origin')
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin'
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.canParse(origin) && host !== null && new URL(origin).host === host
}

/** Whether a request that changes something comes from a page of somebody else. */
export function isForeign(method: string, headers: ReadableHeaders): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || headers.get('origin') === null) return false
  return !isSameOrigin(headers)
}
