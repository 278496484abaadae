import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const DATABASE_TESTS = '**/*.db.test.ts'
const exclude = [...configDefaults.exclude, '.data/**', '.next/**', 'lib/platform/prisma/**']

/** What mostly waits, for a queue or a crash: begun last, it would be waited for with nothing else left to do. */
const WAITING = [
  'lib/jobs/worker.db.test.ts',
  'lib/reminders/exactly-once.db.test.ts',
  'lib/jobs/mail.db.test.ts',
]
const waits = ({ moduleId }: TestSpecification) => WAITING.some((path) => moduleId.endsWith(path))

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))]
  }
}

export default defineConfig({
  test: {
    // A pool that stays open, or a frozen clock, must not leak into the next file.
    isolate: true,
    sequence: { sequencer: WaitingFirst },
    maxWorkers: '100%',
    // A limit against hanging, not a measure: other work may share the machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {
      AUTH_SECRET: 'a secret for tests that guards nothing at all',
      ENCRYPTION_KEY: Buffer.alloc(32, 'test').toString('base64'),
      PLUMBLINE_DATA: join(tmpdir(), 'plumbline-test-data'),
      LOG_LEVEL: 'error',
      // Unit tests have no database, least of all that of whoever runs them; useTestDatabase() sets a real one.
      DATABASE_URL: 'postgresql://tests:none@no-database.invalid/none',
    },
    projects: [
      {
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, DATABASE_TESTS] },
      },
      {
        test: {
          name: 'database',
          include: [DATABASE_TESTS],
          exclude,
          globalSetup: './lib/testing/database-setup.ts',
        },
      },
    ],
  },
})
