import { PlainError } from '../lib/platform/plain-error.ts'
import { dump } from './backup/dump.ts'
import { onInstallation } from './serve/installation.ts'

// npm run backup -- FILE: one consistent snapshot of the database, while Plumbline runs or not.

await onInstallation(async ({ database, secrets }) => {
  const [file] = process.argv.slice(2)
  if (!file) throw new PlainError('Say where to write the backup: npm run backup -- FILE')
  const started = performance.now()
  const counts = await dump(database.ownerUrl, secrets.encryptionKey, file, new Date())
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    `Wrote ${rows.toLocaleString('en-US')} rows to ${file} in ${((performance.now() - started) / 1_000).toFixed(1)} s. Keep secrets.json of the data folder too, somewhere else.\n`,
  )
})
