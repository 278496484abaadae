import { sizeInWords } from '../lib/base/bytes.ts'
import { count } from '../lib/base/text.ts'
import { verifyContents } from './evidence/verify.ts'
import { verifyCopies } from './evidence/verify-copies.ts'
import { onInstallation } from './serve/installation.ts'

// npm run verify:evidence: whether every stored file can still be had as it was added, and every frozen assessment is what was
// signed. Ends with 1 when one is not.

await onInstallation(async ({ database, secrets }) => {
  const started = performance.now()
  const key = Buffer.from(secrets.encryptionKey, 'base64')
  const { contents, bytes, damaged } = await verifyContents(database.ownerUrl, key)
  for (const { sha256, what, files } of damaged)
    process.stdout.write(`Damaged: ${sha256}: ${what}\n${files.map((file) => `  ${file}\n`).join('')}`)
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  process.stdout.write(
    `Verified ${count(contents, 'file')} (${sizeInWords(bytes)}) in ${seconds} s: ${damaged.length === 0 ? 'all are as they were stored' : `${damaged.length.toLocaleString('en-US')} damaged`}\n`,
  )
  const frozen = await verifyCopies(database.ownerUrl)
  for (const { label, what } of frozen.damaged) process.stdout.write(`Damaged: ${label}: ${what}\n`)
  process.stdout.write(
    `Verified ${count(frozen.copies, 'frozen assessment')}: ${frozen.damaged.length === 0 ? 'all are what was signed' : `${frozen.damaged.length.toLocaleString('en-US')} damaged`}\n`,
  )
  if (damaged.length + frozen.damaged.length > 0) process.exitCode = 1
})
