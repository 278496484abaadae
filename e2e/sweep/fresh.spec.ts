import pg from 'pg'
import { startServer, type TestServer } from '../support/server.ts'
import { test as base } from '../support/test.ts'
import { look } from './look.ts'

// An installation of its own: only an empty one shows its setup, and breaking this one breaks nothing for other specs.
const test = base.extend<object, { installation: TestServer }>({
  installation: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
})

test.use({ expectedProblems: [/status of 500|Minified React error #441/] })

test('the setup and the page for what went wrong', async ({ page, installation }) => {
  await look(page, '/setup', { skips: false })
  const owner = new pg.Client({ connectionString: installation.databaseUrl })
  await owner.connect()
  await owner.query('ALTER FUNCTION practice_exists() RENAME TO practice_exists_no_more')
  await owner.end()
  await look(page, '/sign-in', { status: 500, skips: false })
})
