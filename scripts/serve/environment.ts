import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { PlainError } from '../../lib/platform/plain-error.ts'
import type { Secrets } from './secrets.ts'

/** Variables that the web server and the worker must not see: the owner's database, and what npm hands down. */
const KEPT_BACK = /^(npm_.*|DATABASE_URL|APP_DATABASE_(URL|ROLE)|NEXTAUTH_URL|NODE_CHANNEL_.*)$/i

export interface EnvironmentOptions {
  root: string
  dataDir: string
  dev: boolean
  appUrl: string
  secrets: Secrets
  /** Of the web server; packages are served on the next one unless somebody says otherwise. */
  port: number
}

/** The environment of the web server, the worker and the seeds: the application role's database and no owner's. */
export function appEnvironment(options: EnvironmentOptions, inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { root, dataDir, dev, appUrl, secrets, port } = options
  const passedOn = Object.fromEntries(Object.entries(inherited).filter(([name]) => !KEPT_BACK.test(name)))
  return {
    ...passedOn,
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: appUrl,
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEY: secrets.encryptionKey,
    PLUMBLINE_DATA: dataDir,
    PLUMBLINE_PACKAGES_PORT: inherited.PLUMBLINE_PACKAGES_PORT || String(port < 65_535 ? port + 1 : 0),
    PLUMBLINE_VERSION: versionOf(root),
    NEXT_TELEMETRY_DISABLED: '1',
    // The names by which next-auth knows the same things. Without an address it goes by the request's own.
    NEXTAUTH_SECRET: secrets.authSecret,
    ...(inherited.APP_URL ? { NEXTAUTH_URL: inherited.APP_URL } : { AUTH_TRUST_HOST: '1' }),
  }
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** A whole number of megabytes from the environment. Throws a PlainError for anything else. */
export function megabytes(name: string, fallback: number, environment: NodeJS.ProcessEnv): number {
  const text = environment[name]
  if (!text) return fallback
  if (!/^\d{1,6}$/.test(text)) throw new PlainError(`${name} must be a number of megabytes, not "${text}"`)
  return Number(text)
}

/** Where this machine reaches the web server that listens on `host`. */
export function localUrl(port: number, host: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * The lines that say where to open the application: the configured address, else this machine's own. `path` is where
 * browsers on other machines go first; this machine's own need no code to set Plumbline up.
 */
export function addressLines(port: number, host: string, appUrl: string | undefined, path = ''): string[] {
  if (appUrl) return [`Open ${appUrl}${path}`]
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  const isOpen = host === '0.0.0.0' || host === '::'
  const fromOthers =
    outside && isOpen ? [`From other computers: http://${outside.address}:${port}${path}`] : []
  return [`Open ${localUrl(port, host)}`, ...fromOthers]
}
