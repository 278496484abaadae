import { hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../../lib/platform/plain-error.ts'

const PASSWORD_BYTES = 24

export interface Secrets {
  authSecret: string
  /** Base64 of 32 bytes. */
  encryptionKey: string
}

/**
 * The secrets of this installation: those of the environment, else those in the data folder's secrets.json (mode 0600),
 * else new ones that are written there. Throws a PlainError rather than make new ones beside data that needs the old.
 */
export function loadSecrets(
  dataDir: string,
  environment: NodeJS.ProcessEnv,
): { secrets: Secrets; made: boolean } {
  const path = join(dataDir, 'secrets.json')
  const kept = readSecrets(path)
  const authSecret = environment.AUTH_SECRET || kept.authSecret
  const encryptionKey = environment.ENCRYPTION_KEY || kept.encryptionKey
  if (authSecret && encryptionKey) return { secrets: { authSecret, encryptionKey }, made: false }
  if (existsSync(join(dataDir, 'postgres', 'data'))) {
    throw new PlainError(
      `${path} is missing, without which the data beside it cannot be read: put it back, or set AUTH_SECRET and ENCRYPTION_KEY`,
    )
  }
  const secrets = {
    authSecret: authSecret ?? randomBytes(32).toString('base64'),
    encryptionKey: encryptionKey ?? randomBytes(32).toString('base64'),
  }
  writeSecrets(path, secrets)
  return { secrets, made: true }
}

function readSecrets(path: string): Partial<Secrets> {
  if (!existsSync(path)) return {}
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    chmodSync(path, 0o600)
    return { authSecret: textIn(kept, 'authSecret'), encryptionKey: textIn(kept, 'encryptionKey') }
  } catch (error) {
    throw new PlainError(`${path} cannot be read (${(error as Error).message}): put it back from a backup`)
  }
}

function textIn(kept: unknown, name: string): string | undefined {
  const value: unknown =
    kept && typeof kept === 'object' ? Object.entries(kept).find(([key]) => key === name)?.[1] : ''
  if (value === undefined || (typeof value === 'string' && value)) return value
  throw new Error(`${name} is no text`)
}

/** Whole or not at all, and on the disk before anything is encrypted with it. */
function writeSecrets(path: string, secrets: Secrets): void {
  const unfinished = `${path}.new`
  const file = openSync(unfinished, 'w', 0o600)
  writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  renameSync(unfinished, path)
}

/** The application role's password, the same on every instance that shares the encryption key. */
export function rolePassword(encryptionKey: string, role: string): string {
  const key = Buffer.from(encryptionKey, 'base64')
  const bytes = hkdfSync('sha256', key, '', `database role ${role}`, PASSWORD_BYTES)
  return Buffer.from(bytes).toString('base64url')
}
