import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { PlainError } from './plain-error.ts'
import { databaseCode, withClient, withCredentials } from './postgres-connect.ts'

/** The application's role unless an installation names another. */
export const APP_ROLE = 'plumbline_app'

const WRONG_CREDENTIALS = ['28P01', '28000']
const FORBIDDEN = '42501'
const MADE_MEANWHILE = ['42710', '23505']
const SCRAM_ROUNDS = 4096

/**
 * Makes the application's role when it is missing, gives it this password when it has another, and returns the
 * database's URL for it. The role owns nothing and row-level security binds it. Roles belong to the whole server:
 * installations on one server either share the password or name a role each.
 */
export async function ensureAppRole(
  ownerUrl: string,
  password: string,
  role: string = APP_ROLE,
): Promise<string> {
  const appUrl = withCredentials(ownerUrl, role, password)
  try {
    await checkAppRole(appUrl, ownerUrl)
  } catch (error) {
    if (!WRONG_CREDENTIALS.includes(databaseCode(error) ?? '')) throw error
    await withClient(ownerUrl, (owner) => makeRole(owner, role, password))
    await checkAppRole(appUrl, ownerUrl)
  }
  return appUrl
}

/** The role of `appUrl`. Throws a PlainError unless it can sign in and has no way around row-level security. */
export async function checkAppRole(appUrl: string, ownerUrl: string): Promise<string> {
  const owner = await withClient(ownerUrl, currentRole)
  const app = await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; unbound: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls OR pg_has_role(oid, $1, 'MEMBER') AS unbound
         FROM pg_roles WHERE rolname = current_user`,
      [owner],
    )
    return rows[0]
  })
  if (app?.unbound) {
    throw new PlainError(
      `The application must not connect as ${app.name}, which row-level security does not bind: name an ordinary role by APP_DATABASE_URL`,
    )
  }
  return app?.name ?? ''
}

async function currentRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
  return rows[0]?.name ?? ''
}

/** Any number: the instances of one installation that start together take turns. */
const ROLE_LOCK = 7_263_402

/** On a connection that ends afterwards, and its lock with it. */
async function makeRole(owner: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const secret = pg.escapeLiteral(scramVerifier(password))
  await owner.query('SELECT pg_advisory_lock($1)', [ROLE_LOCK])
  try {
    const made = await createUnlessThere(owner, role, `LOGIN PASSWORD ${secret}`)
    if (!made) {
      await refuseForeignRole(owner, role)
      await owner.query(`ALTER ROLE ${name} LOGIN PASSWORD ${secret}`)
    }
    await owner.query(`COMMENT ON ROLE ${name} IS ${pg.escapeLiteral(await roleComment(owner))}`)
  } catch (error) {
    if (databaseCode(error) !== FORBIDDEN) throw error
    throw new PlainError(
      `The role of DATABASE_URL may not manage the role ${role}: have an administrator run CREATE ROLE ${role} LOGIN PASSWORD '...', and set APP_DATABASE_URL`,
    )
  }
}

async function createUnlessThere(owner: pg.Client, role: string, options: string): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount) return false
  try {
    const bound = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
    await owner.query(`CREATE ROLE ${pg.escapeIdentifier(role)} ${bound} ${options}`)
    return true
  } catch (error) {
    if (MADE_MEANWHILE.includes(databaseCode(error) ?? '')) return false
    throw error
  }
}

/** Another installation on the same server would be locked out by a new password. */
async function refuseForeignRole(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ comment: string | null }>(
    "SELECT shobj_description(oid, 'pg_authid') AS comment FROM pg_roles WHERE rolname = $1",
    [role],
  )
  const comment = rows[0]?.comment
  if (comment && comment !== (await roleComment(owner))) {
    throw new PlainError(
      `The role ${role} is in use by another installation on this server (${comment}): name one for this by APP_DATABASE_ROLE`,
    )
  }
}

async function roleComment(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name')
  return `Plumbline on database ${rows[0]?.name}`
}

/** RFC 5803: what PostgreSQL stores for a password, so that the password itself never enters a statement or its log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256')
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const serverKey = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
