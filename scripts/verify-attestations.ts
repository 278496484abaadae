import { count } from '../lib/base/text.ts'
import { verifyAttestations } from './attestations/verify.ts'
import { onInstallation } from './serve/installation.ts'

// npm run verify:attestations: whether every signature under a training, and every text that was taught, is still what it was.
// Ends with 1 when one is not.

await onInstallation(async ({ database }) => {
  const started = performance.now()
  const { versions, attestations, assignments, damaged } = await verifyAttestations(
    database.ownerUrl,
    (label, what) => process.stdout.write(`Damaged: ${label}: ${what}\n`),
  )
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  process.stdout.write(
    `Verified ${count(attestations, 'attestation')}, ${count(versions, 'version')} of courses and ${count(assignments, 'assignment')} in ${seconds} s: ${damaged === 0 ? 'all are what was signed' : `${damaged.toLocaleString('en-US')} damaged`}\n`,
  )
  if (damaged > 0) process.exitCode = 1
})
