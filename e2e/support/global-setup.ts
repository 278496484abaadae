import { startServer } from './server.ts'

/**
 * Starts the server that all specs share; with E2E_BASE_URL set, that server is used instead. Workers
 * inherit what is set here.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined
  const server = await startServer()
  process.env.E2E_BASE_URL = server.url
  process.env.E2E_PACKAGES_URL = server.packagesUrl
  process.env.E2E_DATA = server.dataDir
  process.env.E2E_DATABASE_URL = server.databaseUrl
  return () => server.stop()
}
