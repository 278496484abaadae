import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { checkServer, withCredentials } from './postgres-connect.ts'

let server: Server | undefined
afterEach(() => server?.close())

const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
const int32 = (value: number) => Buffer.concat([int16(value >>> 16), int16(value & 65535)])
const message = (type: string, ...parts: (string | Buffer)[]) => {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  )
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}
const ready = message('Z', Buffer.from('I'))

/** As much of PostgreSQL's protocol as it takes to say a version. */
async function serverOfVersion(version: string): Promise<string> {
  const column = Buffer.concat([int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)])
  const answer = Buffer.concat([
    message('T', int16(1), 'server_version', column),
    message('D', int16(1), int32(version.length), Buffer.from(version)),
    message('C', 'SHOW'),
    ready,
  ])
  const talk = (socket: Socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (text) => (String(text).startsWith('Q') ? socket.write(answer) : socket.end()))
    })
  }
  server = createServer(talk).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `postgresql://owner:hush@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/plumbline`
}

describe('the version of a database server', () => {
  it.each(['15.0', '15.19 (Debian 15.19-0+deb12u1)', '18.4'])('%s is new enough', async (version) => {
    await expect(checkServer(await serverOfVersion(version))).resolves.toBeUndefined()
  })

  it.each(['14.20', '9.6.24'])('%s is too old, and that is said in one line', async (version) => {
    await expect(checkServer(await serverOfVersion(version))).rejects.toThrow(
      new RegExp(
        `^The database 127[.]0[.]0[.]1:\\d+/plumbline is PostgreSQL ${version}: 15 or newer is needed$`,
      ),
    )
  })

  it('is not asked for where there is no PostgreSQL address', async () => {
    await expect(checkServer('mysql://root@localhost/x')).rejects.toThrow(
      /^DATABASE_URL must look like postgresql:/,
    )
  })
})

describe('the same database for another role', () => {
  it.each([
    [
      'postgresql://owner:o@db.example:5433/x?sslmode=require',
      'postgresql://app:p%40ss@db.example:5433/x?sslmode=require',
    ],
    ['postgres://db.example/x', 'postgres://app:p%40ss@db.example/x'],
    [
      'postgresql://owner:o@/x?host=/var/run/postgresql',
      'postgresql://app:p%40ss@/x?host=/var/run/postgresql',
    ],
    [
      'postgresql://db/x?user=owner&password=o&sslmode=require',
      'postgresql://app:p%40ss@db/x?&&sslmode=require',
    ],
  ])('of %s', (url, expected) => {
    expect(withCredentials(url, 'app', 'p@ss')).toBe(expected)
  })
})
