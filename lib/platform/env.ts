import { resolve } from 'node:path'
import { z } from 'zod'
import { type MailServer, readMailServer } from './mail-server.ts'
import { PlainError } from './plain-error.ts'

const KEY_BYTES = 32
const CLAMD_PORT = 3310

const httpOrigin = z
  .string()
  .refine(
    isHttpOrigin,
    'must be an address such as https://plumbline.example.org, with nothing after the host',
  )
  .transform((url) => new URL(url).origin)

const keyBytes = z
  .string('is missing')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64`)

const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('production'),
  DATABASE_URL: z
    .string('is missing')
    .regex(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/database'),
  APP_URL: httpOrigin.optional(),
  PLUMBLINE_PACKAGES_PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(0),
  PLUMBLINE_PACKAGES_URL: httpOrigin.optional(),
  HOST: z.string().default('0.0.0.0'),
  AUTH_SECRET: z.string('is missing').min(32, 'must have at least 32 characters'),
  ENCRYPTION_KEY: keyBytes,
  APP_NOW: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2026-03-02T15:00:00Z' })
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  TRUST_PROXY: z.coerce.number('must be a number').int().min(0).max(10).default(0),
  DATABASE_POOL: z.coerce.number('must be a number').int().min(1).max(200).default(8),
  MAX_FILE_MB: z.coerce.number('must be a number').int().min(1).max(500).default(25),
  CLAMD_HOST: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i, 'must be a host, or host:port')
    .optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  PLUMBLINE_DATA: z.string().default('.data'),
  PLUMBLINE_VERSION: z.string().default('development'),
})

export interface Env {
  nodeEnv: 'production' | 'development' | 'test'
  /** The application role's database, never the owner's. */
  databaseUrl: string
  /** Connections that one process keeps at most. */
  databasePool: number
  /** Origin that people use, without a trailing slash; undefined when any address will do. */
  appUrl: string | undefined
  /** Where files of SCORM packages are served, apart from the application; port 0: nowhere. */
  packages: { host: string; port: number; url: string | undefined }
  authSecret: string
  /** 32 bytes. */
  encryptionKey: Buffer
  /** ISO instant at which tests and demo seeds freeze the clock. */
  appNow: string | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** How many reverse proxies stand in front: the client is that many from the right of X-Forwarded-For. 0: none. */
  trustProxy: number
  /** Most bytes of one file on a record. */
  maxFileBytes: number
  /** Where files are scanned for viruses; undefined: nowhere. */
  clamd: { host: string; port: number } | undefined
  /** Where mail goes out; undefined: nowhere. */
  mail: MailServer | undefined
  /** Absolute path. */
  dataDir: string
  version: string
}

let current: Env | undefined

/** The configuration, read and checked once. Throws a PlainError of one line that names every bad variable. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}

/** Checks a set of variables; an empty one counts as absent. Throws a PlainError that names every bad one. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new PlainError(`Configuration: ${faults.join('; ')}`)
  }
  const values = parsed.data
  if (values.APP_NOW && values.NODE_ENV === 'production') {
    throw new PlainError('Configuration: APP_NOW freezes the clock and is refused in production')
  }
  return {
    nodeEnv: values.NODE_ENV,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    appUrl: values.APP_URL,
    packages: {
      host: values.HOST,
      port: values.PLUMBLINE_PACKAGES_PORT,
      url: values.PLUMBLINE_PACKAGES_URL,
    },
    authSecret: values.AUTH_SECRET,
    encryptionKey: values.ENCRYPTION_KEY,
    appNow: values.APP_NOW,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    maxFileBytes: values.MAX_FILE_MB * 1024 * 1024,
    clamd: hostAndPort(values.CLAMD_HOST),
    mail: readMailServer(values.SMTP_URL, values.MAIL_FROM),
    dataDir: resolve(values.PLUMBLINE_DATA),
    version: values.PLUMBLINE_VERSION,
  }
}

function hostAndPort(text: string | undefined): Env['clamd'] {
  if (text === undefined) return undefined
  const { hostname, port } = new URL(`tcp://${text}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || CLAMD_PORT) }
}

function isHttpOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false
  const { origin, href } = new URL(text)
  return href === `${origin}/`
}
