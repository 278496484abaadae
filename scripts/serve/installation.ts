import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, joinDatabase } from './database.ts'
import { printError } from './report.mjs'
import { loadSecrets, type Secrets } from './secrets.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Installation {
  root: string
  dataDir: string
  secrets: Secrets
  database: Database
}

/**
 * For commands beside `npm start`: runs `work` on the installation that the environment and .env describe, with the
 * running instance's database or, when none runs, one started for the time being. Sets the exit code; an error that was
 * foreseen is one line.
 */
export async function onInstallation(work: (installation: Installation) => Promise<void>): Promise<void> {
  try {
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
    const dataDir = resolve(ROOT, process.env.PLUMBLINE_DATA || '.data')
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const { secrets } = loadSecrets(dataDir, process.env)
    const database = await joinDatabase(dataDir, process.env)
    try {
      await work({ root: ROOT, dataDir, secrets, database })
    } finally {
      await database.close()
    }
  } catch (error) {
    printError(error)
    process.exitCode = 1
  }
}
