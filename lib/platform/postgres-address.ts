import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerUser } from './postgres-programs.ts'

const SOCKET_PORT = 5432
/** A Unix socket's whole path must fit in 107 bytes. */
const SOCKET_FOLDER_LIMIT = 107 - `/.s.PGSQL.${SOCKET_PORT}`.length

/** Settings that name a place only this machine, and on a Unix socket only this user, can connect to. */
export async function listenAddress(home: string, user: ServerUser | undefined, port: number | undefined) {
  const folder =
    port === undefined && process.platform !== 'win32' ? await socketFolder(home, user) : undefined
  if (folder) return { listen_addresses: '', unix_socket_directories: folder, port: String(SOCKET_PORT) }
  const loopbackPort = String(port ?? (await freePort()))
  return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: loopbackPort }
}

async function socketFolder(home: string, user: ServerUser | undefined): Promise<string | undefined> {
  const beside = join(home, 'run')
  // A killed server's socket and its lock, which would count as in use while any process has that server's number.
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside)
  for (const choose of [() => beside, () => mkdtempSync(join(tmpdir(), 'plumbline-'))]) {
    const folder = choose()
    chmodSync(folder, 0o700)
    if (user) chownSync(folder, user.uid, user.gid)
    // The setting is a list with a syntax of its own: only plain paths.
    const fits = Buffer.byteLength(folder) <= SOCKET_FOLDER_LIMIT && /^[\w./+-]+$/.test(folder)
    if (fits && (await canListen(join(folder, 'try')))) return folder
  }
  return undefined
}

function canListen(path: string): Promise<boolean> {
  rmSync(path, { force: true })
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(path, () => server.close(() => resolve(true)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
