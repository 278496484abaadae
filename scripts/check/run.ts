import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { closingLine, playwrightCounts, playwrightFailures, vitestCounts, vitestFailures } from './counts.ts'
import { runSteps, type Step } from './run-steps.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const COLORS = process.stdout.isTTY
const FAST = process.argv.includes('--fast')
const reports = mkdtempSync(join(tmpdir(), 'plumbline-check-'))

/** A script of the project, or the program of an installed package, run by this very Node. */
const script = (path: string, ...options: string[]): Step['command'] => [
  process.execPath,
  join(PROJECT, path),
  ...options,
]
const tool = (name: string, ...options: string[]): Step['command'] => script(programOf(name), ...options)

function programOf(name: string): string {
  const [packageName = name, program = name] = name.split('#')
  const folder = join('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[program]
  if (!path) throw new Error(`${packageName} has no program ${program}`)
  return join(folder, path)
}

const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

// In this order, so that the longest way (types, build, end-to-end) and what may wait for the network start first.
const steps: Step[] = [
  { name: 'database client', command: script('scripts/check/make.ts', 'client') },
  {
    name: 'format',
    command: tool(
      '@biomejs/biome#biome',
      'ci',
      '--error-on-warnings',
      `--colors=${COLORS ? 'force' : 'off'}`,
    ),
  },
  { name: 'limits', command: script('scripts/check/limits.ts') },
  { name: 'route types', command: tool('next', 'typegen') },
  { name: 'types', command: tool('typescript#tsc', '--noEmit'), needs: ['database client', 'route types'] },
  { name: 'build', command: script('scripts/check/make.ts', 'build'), needs: ['types'] },
  { name: 'browser', command: script('e2e/support/browser.ts') },
  { name: 'lint', command: tool('oxlint'), needs: ['database client', 'route types'] },
  { name: 'boundaries', command: script('scripts/check/boundaries.ts'), needs: ['database client'] },
  { name: 'dead code', command: tool('knip'), needs: ['database client'] },
  {
    name: 'unit and database tests',
    command: tool(
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ),
    needs: ['database client'],
    count: () => vitestCounts(vitestReport),
    failures: () => vitestFailures(vitestReport),
  },
  {
    name: 'end-to-end tests',
    command: tool('@playwright/test#playwright', 'test', '--reporter=list,json'),
    needs: ['build', 'browser'],
    alone: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    count: () => playwrightCounts(playwrightReport),
    failures: () => playwrightFailures(playwrightReport),
  },
]
const SLOW = ['build', 'browser', 'end-to-end tests']

process.env.PATH = [join(PROJECT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
process.env.NEXT_TELEMETRY_DISABLED = '1'
if (COLORS) process.env.FORCE_COLOR = '1'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())

const counts = await runSteps(FAST ? steps.filter(({ name }) => !SLOW.includes(name)) : steps, {
  cwd: PROJECT,
  lanes: Math.min(4, Math.max(2, availableParallelism())),
  log: (text) => process.stdout.write(text),
  signal: stopped.signal,
})
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`${closingLine(counts)}\n`)
process.exitCode = counts.failed > 0 || stopped.signal.aborted ? 1 : 0
