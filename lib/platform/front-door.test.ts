import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import {
  cleanForwarding,
  clientAddressIn,
  guardFrontDoor,
  isForeign,
  isHere,
  isSameOrigin,
  isSecure,
  networkOf,
  packagesOriginIn,
} from './front-door.ts'
import { currentRequestId } from './request-context.ts'

const settings = vi.hoisted(() => ({
  trustProxy: 0,
  appUrl: undefined as string | undefined,
  packages: { host: '', port: 0, url: undefined as string | undefined },
}))
vi.mock('./env.ts', () => ({ env: () => settings }))

const lies = {
  'x-forwarded-for': '6.6.6.6',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-real-ip': '6.6.6.6',
  'x-client-address': '6.6.6.6',
  'x-client-here': '1',
}

function cleaned(
  given: IncomingHttpHeaders,
  peer: string,
  trustProxy = 0,
  appUrl?: string,
): IncomingHttpHeaders {
  const headers = { host: 'plumbline.lan:3000', ...given }
  cleanForwarding(headers, peer, { trustProxy, appUrl })
  return headers
}

describe('without a trusted proxy', () => {
  test('nothing a client says about forwarding arrives', () => {
    expect(cleaned(lies, '::ffff:10.0.0.7')).toEqual({
      host: 'plumbline.lan:3000',
      'x-client-address': '10.0.0.7',
      'x-forwarded-for': '10.0.0.7',
    })
  })

  test('a browser on this machine is known as such, unless something stands between', () => {
    const here = (given: IncomingHttpHeaders, peer = '127.0.0.1', appUrl?: string) =>
      cleaned({ host: 'localhost:3000', ...given }, peer, 0, appUrl)['x-client-here']
    expect(here({})).toBe('1')
    expect(here({}, '::1')).toBe('1')
    expect(here({}, '::ffff:127.0.0.1')).toBe('1')
    expect(here({}, '127.0.0.1', 'http://localhost:3000')).toBe('1')
    expect(here({}, '10.0.0.7')).toBeUndefined()
    expect(here(lies)).toBeUndefined()
    expect(here({ host: 'rebound.example' })).toBeUndefined()
    expect(here({}, '127.0.0.1', 'https://plumbline.example')).toBeUndefined()
  })
})

describe('behind proxies', () => {
  test('the client is as many from the right as there are trusted proxies', () => {
    const chain = { 'x-forwarded-for': '6.6.6.6, 203.0.113.5, 10.0.0.2' }
    expect(cleaned(chain, '10.0.0.1', 1)['x-client-address']).toBe('10.0.0.2')
    expect(cleaned(chain, '10.0.0.1', 2)['x-client-address']).toBe('203.0.113.5')
    expect(cleaned({ 'x-forwarded-for': '[2001:DB8::1]:443' }, '10.0.0.1', 1)['x-client-address']).toBe(
      '2001:db8::1',
    )
    expect(cleaned({ 'x-forwarded-for': '203.0.113.5:5123' }, '10.0.0.1', 1)['x-client-address']).toBe(
      '203.0.113.5',
    )
  })

  test('who passes the proxies by, or sends nonsense, counts by the socket', () => {
    expect(cleaned({ 'x-forwarded-for': '203.0.113.5' }, '10.0.0.9', 2)['x-client-address']).toBe('10.0.0.9')
    expect(cleaned({}, '10.0.0.9', 1)['x-client-address']).toBe('10.0.0.9')
    expect(cleaned({ 'x-forwarded-for': '<script>' }, '10.0.0.9', 1)['x-client-address']).toBe('10.0.0.9')
  })

  test('host and protocol are taken from a trusted proxy', () => {
    const headers = cleaned(
      { 'x-forwarded-host': 'gov.example', 'x-forwarded-proto': 'https' },
      '10.0.0.1',
      1,
    )
    expect(headers['x-forwarded-host']).toBe('gov.example')
    expect(headers['x-forwarded-proto']).toBe('https')
  })

  test('APP_URL stands in for a proxy that does not pass the host on, for its own pages only', () => {
    const appUrl = 'https://gov.example'
    expect(cleaned({ origin: appUrl }, '10.0.0.1', 0, appUrl)['x-forwarded-host']).toBe('gov.example')
    expect(
      cleaned({ origin: 'https://evil.example' }, '10.0.0.1', 0, appUrl)['x-forwarded-host'],
    ).toBeUndefined()
    expect(cleaned({}, '10.0.0.1', 0, appUrl)['x-forwarded-proto']).toBe('https')
  })
})

test('a running server hands on cleaned headers only, and before that trusts none', async () => {
  expect(clientAddressIn(new Headers({ 'x-client-address': '6.6.6.6' }))).toBe('unknown')
  expect(isHere(new Headers({ 'x-client-here': '1' }))).toBe(false)
  guardFrontDoor()
  guardFrontDoor()
  const server = createServer((incoming, answer) => {
    void pause(5).then(() => {
      answer.end(JSON.stringify({ ...incoming.headers, 'x-logged-id': currentRequestId() }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const ask = (extra: Record<string, string>) =>
    new Promise<Headers>((done, failed) => {
      request({ port, host: '127.0.0.1', headers: { host: `localhost:${port}`, ...extra } }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => (text += chunk))
        answer.on('end', () => done(new Headers(JSON.parse(text) as Record<string, string>)))
      })
        .on('error', failed)
        .end()
    })
  try {
    const lied = await ask(lies)
    expect(clientAddressIn(lied)).toBe('127.0.0.1')
    expect(isHere(lied)).toBe(false)
    expect(lied.get('x-forwarded-host')).toBeNull()
    expect(isSecure(lied)).toBe(false)
    const [first, second] = [await ask({ 'x-request-id': 'mine' }), await ask({})]
    expect(isHere(second)).toBe(true)
    expect(first.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(first.get('x-logged-id')).toBe(first.get('x-request-id'))
    expect(second.get('x-request-id')).not.toBe(first.get('x-request-id'))
    expect(currentRequestId()).toBeUndefined()
  } finally {
    server.close()
  }
})

test('TLS is believed from APP_URL or a trusted proxy', () => {
  const proto = new Headers({ 'x-forwarded-proto': 'https' })
  expect(isSecure(proto)).toBe(false)
  settings.trustProxy = 1
  expect(isSecure(proto)).toBe(true)
  expect(isSecure(new Headers())).toBe(false)
  Object.assign(settings, { trustProxy: 0, appUrl: 'https://gov.example' })
  expect(isSecure(new Headers())).toBe(true)
  settings.appUrl = undefined
})

describe('a state-changing request', () => {
  const same = (headers: Record<string, string>) =>
    isSameOrigin(new Headers({ host: 'plumbline.lan:3000', ...headers }))
  test('from a page of ours is let in', () => {
    expect(same({ origin: 'http://plumbline.lan:3000' })).toBe(true)
    expect(same({ origin: 'https://gov.example', 'x-forwarded-host': 'gov.example' })).toBe(true)
    expect(same({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  })
  test.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'http://plumbline.lan:3001' },
    { origin: 'null' },
    { origin: 'not an origin' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ])('with %j is refused', (headers) => expect(same(headers)).toBe(false))
})

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:1:2:ffff::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network))

test('a request that changes something is foreign when its page was', () => {
  const from = (origin: string | null) =>
    new Headers({ host: 'plumbline.lan:3000', ...(origin === null ? {} : { origin }) })
  expect(isForeign('POST', from('https://elsewhere.example'))).toBe(true)
  expect(isForeign('DELETE', from('null'))).toBe(true)
  expect(isForeign('POST', from('http://plumbline.lan:3000'))).toBe(false)
  expect(isForeign('GET', from('https://elsewhere.example'))).toBe(false)
  expect(isForeign('POST', from(null))).toBe(false)
})

describe('the second address, at which packages play', () => {
  const at = (
    change: { appUrl?: string; trustProxy?: number; port?: number; url?: string },
    given: Record<string, string> = {},
  ) => {
    const { port = 3001, url, appUrl, trustProxy = 0 } = change
    const before = { ...settings }
    Object.assign(settings, { appUrl, trustProxy, packages: { host: '', port, url } })
    try {
      return packagesOriginIn(new Headers({ host: 'plumbline.lan:3000', ...given }))
    } finally {
      Object.assign(settings, before)
    }
  }

  test('is the next port of the host by which the browser came', () => {
    expect(at({})).toBe('http://plumbline.lan:3001')
    expect(at({ appUrl: 'http://clinic.lan' })).toBe('http://clinic.lan:3001')
    expect(at({}, { host: '[::1]:3000' })).toBe('http://[::1]:3001')
  })

  test('is nobody`s to guess behind TLS or a proxy, until it is set', () => {
    expect(at({ appUrl: 'https://plumbline.example.org' })).toBeNull()
    expect(at({ trustProxy: 1 })).toBeNull()
    const url = 'https://packages.example.org'
    expect(at({ appUrl: 'https://plumbline.example.org', trustProxy: 1, url })).toBe(url)
  })

  test('is never the application`s own, nor that of a host which is none', () => {
    const appUrl = 'https://plumbline.example.org'
    expect(at({ appUrl, url: appUrl })).toBeNull()
    expect(at({ port: 3000 })).toBeNull()
    expect(at({ port: 0 })).toBeNull()
    expect(at({}, { host: "a b' *" })).toBeNull()
  })
})
