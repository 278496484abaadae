import { readEnv } from '../../lib/platform/env.ts'
import { prepareJobs } from '../../lib/platform/jobs.ts'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { checkServer } from '../../lib/platform/postgres-connect.ts'
import { migrate } from '../migrate.ts'
import { openAppRole } from './database.ts'
import { appEnvironment } from './environment.ts'
import type { Answer, Question } from './prepare.ts'
import { step } from './report.mjs'

// Run by prepare.ts as a process of its own: what all this loads is gone again when the servers run.

process.once('message', (question: Question) => {
  void prepare(question)
    .then((appUrl): Answer => ({ appUrl }), explain)
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})

async function prepare({ ownerUrl, secrets, ...options }: Question): Promise<string> {
  // All faults of the configuration at once and before anything is touched; the address is not known yet.
  readEnv(appEnvironment({ ...options, secrets, appUrl: 'postgresql://' }, process.env))
  await checkServer(ownerUrl)
  const { role, appUrl } = await openAppRole(ownerUrl, secrets.encryptionKey, process.env)
  await step('Migrations', async (say) => {
    const applied = await migrate(ownerUrl, { role })
    if (applied.length === 0) say('up to date')
  })
  await step('Background jobs', () => prepareJobs(ownerUrl, role))
  return appUrl
}

function explain(error: unknown): Answer {
  if (error instanceof PlainError) return { fault: error.message }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
