import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../lib/platform/embedded-postgres.ts'
import { PlainError } from '../lib/platform/plain-error.ts'
import { runChild } from './serve/child.mjs'
import { printError } from './serve/report.mjs'
import { stopOnSignals } from './serve/stopping.mjs'

// node scripts/new-migration.ts NAME: writes the migration that leads from prisma/migrations to prisma/schema.

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The SQL between the two, found on a throwaway server. */
async function difference(signal: AbortSignal): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-migration-'))
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    log: () => undefined,
  })
  const output = join(folder, 'migration.sql')
  try {
    await runChild(
      process.execPath,
      [
        join(ROOT, 'node_modules/prisma/build/index.js'),
        ...['migrate', 'diff', '--script', '--output', output],
        ...['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema'],
      ],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
          DATABASE_URL: server.ownerUrl,
        },
        failure: 'The schema and the migrations could not be compared; Prisma says why above',
        signal,
      },
    )
    return readFileSync(output, 'utf8').trim()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new PlainError(
      'Say what it does, in small letters and hyphens: node scripts/new-migration.ts add-vendors',
    )
  }
  const sql = await difference(stopOnSignals())
  if (!sql || sql.startsWith('-- This is an empty migration')) {
    process.stdout.write('The migrations already lead to the schema\n')
    return
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(ROOT, 'prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
  process.stdout.write(`Wrote ${join(folder, 'migration.sql')}: read it before you run it\n`)
}

try {
  await main()
} catch (error) {
  printError(error)
  process.exitCode = 1
}
