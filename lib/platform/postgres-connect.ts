import pg from 'pg'
import { PlainError } from './plain-error.ts'

const CONNECT_MILLISECONDS = 10_000
const OLDEST_VERSION = 15

/** Where a database URL points, without its password: `host:port/database`. */
function describeUrl(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url })
  return `${host}:${port}/${database}`
}

/** The same database for another role. */
export function withCredentials(url: string, role: string, password: string): string {
  const bare = url
    .replace(/([?&])(user|password)=[^&]*/g, '$1')
    .replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?#]*@)?/, '$1')
  return bare.replace('://', `://${encodeURIComponent(role)}:${encodeURIComponent(password)}@`)
}

/** Runs `work` on one connection and closes it. Throws a PlainError when the database cannot be reached. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function connect(url: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\/./.test(url)) {
    throw new PlainError('DATABASE_URL must look like postgresql://user:password@host:5432/database')
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw new PlainError(`The database ${describeUrl(url)} cannot be reached: ${connectionReason(error)}`, {
      cause: error,
    })
  }
}

function connectionReason(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}

/** The database's code for a failure, such as "28P01" for a wrong password; also that of a PlainError's cause. */
export function databaseCode(error: unknown): string | undefined {
  const source = error instanceof PlainError ? error.cause : error
  return source instanceof Error && 'code' in source ? String(source.code) : undefined
}

/** Throws a PlainError unless the URL leads to a PostgreSQL that is new enough. */
export async function checkServer(url: string): Promise<void> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  })
  if (Number.parseInt(version, 10) < OLDEST_VERSION) {
    throw new PlainError(
      `The database ${describeUrl(url)} is PostgreSQL ${version}: ${OLDEST_VERSION} or newer is needed`,
    )
  }
}
