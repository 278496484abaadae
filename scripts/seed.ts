import { createDemoPractice, demoExists, demoSignIns } from '#lib/flows/demo-practice'
import { now } from '#lib/platform/clock'
import { disconnect, outside } from '#lib/platform/db'

// node scripts/seed.ts demo: loads the demo practice into an empty installation; harmless when it is there already.

const [scenario] = process.argv.slice(2)
if (scenario !== 'demo') {
  process.stderr.write('Say which scenario to load: demo\n')
  process.exit(1)
}
const present = await demoExists()
const [taken] = await outside<{ found: boolean }>('SELECT practice_exists() AS found')
if (!present && taken?.found) {
  process.stdout.write(
    'This installation already holds a practice; the demo practice is only for empty ones.\n',
  )
} else {
  if (!present) await createDemoPractice(now())
  const lines = demoSignIns().map(
    ({ who, email, password }) => `  ${who.padEnd(20)} ${email.padEnd(34)} ${password}`,
  )
  process.stdout.write(`Demo practice: sign in as\n${lines.join('\n')}\n`)
}
await disconnect()
