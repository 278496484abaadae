import { PlainError } from '../lib/platform/plain-error.ts'
import { onInstallation } from './serve/installation.ts'
import { letIn } from './serve/let-in.ts'

// npm run let-in -- E-MAIL: for somebody who lost phone and recovery codes, when no colleague can help.

await onInstallation(async ({ database }) => {
  const [email] = process.argv.slice(2)
  if (!email) throw new PlainError('Say whom: npm run let-in -- E-MAIL')
  const { name, practice, path } = await letIn(database.ownerUrl, email)
  const origin = process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`
  process.stdout.write(
    `${name} of ${practice} has no second factor any more and is signed out everywhere.\nWithin an hour, once: ${origin}${path}\n`,
  )
})
