import { PlainError } from '../lib/platform/plain-error.ts'
import { restore } from './backup/load.ts'
import { openAppRole } from './serve/database.ts'
import { onInstallation } from './serve/installation.ts'

// npm run restore -- FILE: puts a backup into an installation without a practice.

await onInstallation(async ({ database, secrets }) => {
  const [file] = process.argv.slice(2)
  if (!file) throw new PlainError('Say which backup to restore: npm run restore -- FILE')
  const { role } = await openAppRole(database.ownerUrl, secrets.encryptionKey, process.env)
  const { counts, createdAt, sameKey } = await restore(database.ownerUrl, secrets.encryptionKey, file, role)
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  process.stdout.write(`Restored ${rows.toLocaleString('en-US')} rows of the backup of ${createdAt}.\n`)
  if (!sameKey)
    process.stdout.write(
      'The backup was made under another encryption key: put its secrets.json into the data folder, or reset the second factor of everybody who has one.\n',
    )
})
