import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: {
    file: string
    title: string
    /** One for each project; "ok" beside them says how the first one went. */
    tests: { status: string; results: { errors: { message?: string }[] }[] }[]
  }[]
}

interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: { message?: string }[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Counts of Vitest's JSON report. A test file that could not even be loaded counts as one failed test. */
export function vitestCounts(file: string): Counts {
  const report = readReport<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts of Playwright's JSON report. Errors outside tests (a server that does not start) count as failed. */
export function playwrightCounts(file: string): Counts {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/** What failed in Vitest's JSON report and why, one text each. */
export function vitestFailures(file: string): string[] {
  return (readReport<VitestReport>(file)?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0 && status === 'failed') return [failure(name, [message])]
      return failed.map(({ fullName, failureMessages }) => failure(`${name}: ${fullName}`, failureMessages))
    },
  )
}

/** What failed in Playwright's JSON report and why, one text each. */
export function playwrightFailures(file: string): string[] {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return []
  const words = (errors: { message?: string }[]) => errors.map(({ message }) => message ?? '')
  return [
    ...words(report.errors),
    ...report.suites.flatMap(specsOf).flatMap(({ file, title, tests }) => {
      const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky')
      const errors = failed.flatMap(({ results }) => results.flatMap((result) => words(result.errors)))
      return failed.length === 0 ? [] : [failure(`${file}: ${title}`, errors)]
    }),
  ]
}

function specsOf({ suites = [], specs }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

const LINES_OF_A_FAILURE = 20

function failure(name: string, messages: string[]): string {
  const lines = stripVTControlCharacters(messages.join('\n')).trim().split('\n')
  return [name, ...lines.slice(0, LINES_OF_A_FAILURE).map((line) => `    ${line}`)].join('\n')
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined // the runner ended before it could write its report
  }
}

/** The closing line of `npm test`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
