import { join } from 'node:path'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { startChild } from './child.mjs'
import type { EnvironmentOptions } from './environment.ts'

export interface Question extends Omit<EnvironmentOptions, 'appUrl'> {
  ownerUrl: string
}

export type Answer = { appUrl: string } | { fault: string }

/**
 * Checks the configuration and the server, makes the application's role, migrates, and prepares the job queues. Not cut
 * short by a signal: it takes a moment and is whole or not at all. Returns the application's URL. Throws a PlainError.
 */
export async function prepareDatabase(question: Question): Promise<string> {
  const child = startChild(process.execPath, [join(question.root, 'scripts/serve/prepare-database.ts')], {
    cwd: question.root,
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const answer = await new Promise<Answer>((resolve) => {
    child.once('message', (message: Answer) => resolve(message))
    child.once('error', (error) => resolve({ fault: error.message }))
    child.once('disconnect', () => resolve({ fault: 'The preparation of the database ended without a word' }))
    child.send(question)
  })
  if ('fault' in answer) throw new PlainError(answer.fault)
  return answer.appUrl
}
