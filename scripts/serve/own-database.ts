import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../lib/platform/embedded-postgres.ts'

/** Where our own server keeps its data below a data folder. */
export const ownDatabaseFolder = (dataDir: string) => join(dataDir, 'postgres')

/** Starts our own server on a data folder, which the caller must hold the lock of. Throws a PlainError. */
export function startOwnDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: ownDatabaseFolder(dataDir), log: passOn })
}

/** PostgreSQL's own lines, without its coming and going. A wrong password is answered to whoever gave it. */
function passOn(line: string): void {
  if (/ LOG: | FATAL: {2}password authentication failed/.test(line)) return
  process.stderr.write(`postgres: ${line.replace(/^\S+ \S+ UTC \[\d+\] /, '')}\n`)
}
