import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closingLine, playwrightCounts, playwrightFailures, vitestCounts, vitestFailures } from './counts.ts'
import { withPlanted } from './planted.ts'
import { runSteps, type Step } from './run-steps.ts'

const node = (code: string): Step['command'] => [process.execPath, '--eval', code]

async function run(steps: Step[], lanes = 2) {
  const lines: string[] = []
  const counts = await runSteps(steps, { cwd: process.cwd(), lanes, log: (text) => lines.push(text) })
  return { counts, log: lines.join('') }
}

test('each step gets a line with its time and counts as one check', async () => {
  const { counts, log } = await run([
    { name: 'one', command: node('') },
    { name: 'two', command: node('console.log("not shown")') },
  ])
  expect(counts).toEqual({ passed: 2, failed: 0, skipped: 0 })
  expect(log).toMatch(/^ok {2} +\d+\.\d s {2}one$/m)
  expect(log).not.toContain('not shown')
})

test('a failing step shows all it said, what needs it is left out, the rest goes on', async () => {
  const { counts, log } = await run([
    { name: 'broken', command: node('console.log("first"); console.error("last"); process.exit(3)') },
    { name: 'follows', command: node(''), needs: ['broken'] },
    { name: 'follows that', command: node(''), needs: ['follows'] },
    { name: 'other', command: node('') },
  ])
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 2 })
  expect(log).toMatch(/^FAIL .*broken\nfirst\nlast$/m)
  expect(log).toMatch(/^skip +follows \(needs broken\)$/m)
  expect(log).toMatch(/^ok .*other$/m)
})

test('a program that is not there is a failure, not a crash', async () => {
  const { counts, log } = await run([{ name: 'missing', command: ['no-such-program'] }])
  expect(counts.failed).toBe(1)
  expect(log).toContain('ENOENT')
})

test('steps share the lanes, and one that wants to be alone is', async () => {
  await withPlanted({ 'log.txt': '' }, async (root) => {
    const file = join(root, 'log.txt')
    const noted = (name: string, others: readonly string[]) =>
      node(`
        const fs = require('node:fs')
        const note = (text) => fs.appendFileSync(${JSON.stringify(file)}, text)
        note('+${name} ')
        const timer = setInterval(() => {
          const text = fs.readFileSync(${JSON.stringify(file)}, 'utf8')
          if (!${JSON.stringify(others)}.every((other) => text.includes('+' + other))) return
          clearInterval(timer)
          note('-${name} ')
        }, 5)`)
    await run([
      { name: 'c', command: noted('c', []), alone: true },
      { name: 'a', command: noted('a', ['b']) },
      { name: 'b', command: noted('b', ['a']) },
    ])
    const log = readFileSync(file, 'utf8')
    expect(log.indexOf('+b')).toBeLessThan(log.indexOf('-a'))
    expect(log.indexOf('+a')).toBeLessThan(log.indexOf('-b'))
    expect(log).toMatch(/-[ab] -[ab] \+c -c $/)
  })
})

test('a step that fails without a failed test still counts as failed', async () => {
  const nothingFailed = () => ({ passed: 5, failed: 0, skipped: 0 })
  const { counts } = await run([{ name: 'tests', command: node('process.exit(1)'), count: nothingFailed }])
  expect(counts).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('an aborted run ends its steps', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 300)
  const endless = { name: 'endless', command: node('setInterval(() => {}, 1000)') }
  const counts = await runSteps([endless], { cwd: '.', lanes: 1, log: () => {}, signal: stop.signal })
  expect(counts.failed).toBe(1)
})

test('reports of the test runners are counted, files that could not be loaded included', async () => {
  await withPlanted({}, (root) => {
    const vitest = join(root, 'vitest.json')
    const loaded = { status: 'failed', assertionResults: [{}, {}] }
    const testResults = [loaded, { status: 'failed', assertionResults: [] }]
    const numbers = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
    writeFileSync(vitest, JSON.stringify({ ...numbers, testResults }))
    expect(vitestCounts(vitest)).toEqual({ passed: 7, failed: 3, skipped: 2 })

    const playwright = join(root, 'playwright.json')
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }
    writeFileSync(playwright, JSON.stringify({ errors: [{ message: 'no server' }], stats }))
    expect(playwrightCounts(playwright)).toEqual({ passed: 4, failed: 3, skipped: 2 })
    expect(vitestCounts(join(root, 'missing.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

test('what failed is named with its reason, before the whole output', async () => {
  await withPlanted({}, async (root) => {
    const vitest = join(root, 'vitest.json')
    const passed = { fullName: 'adds', status: 'passed', failureMessages: [] }
    const failed = {
      fullName: 'divides',
      status: 'failed',
      failureMessages: ['\u001b[31mexpected 1\u001b[0m\n  at x'],
    }
    const testResults = [
      { name: 'sum.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ]
    writeFileSync(vitest, JSON.stringify({ testResults }))
    const sum = 'sum.test.ts: divides\n    expected 1\n      at x'
    expect(vitestFailures(vitest)).toEqual([sum, 'broken.test.ts\n    no such module'])

    const playwright = join(root, 'playwright.json')
    const timedOut = { results: [{ errors: [{ message: 'timed out' }] }] }
    const fine = { status: 'expected', results: [{ errors: [] }] }
    // The report says "ok" of a test that passed in the first project and failed in the second.
    const spec = (title: string, ...tests: object[]) => ({ file: 'walk.spec.ts', title, ok: true, tests })
    const specs = [
      spec('is to fail', { status: 'expected', ...timedOut }),
      spec('closes', fine, { status: 'unexpected', ...timedOut }),
    ]
    writeFileSync(playwright, JSON.stringify({ errors: [], suites: [{ specs: [], suites: [{ specs }] }] }))
    expect(playwrightFailures(playwright)).toEqual(['walk.spec.ts: closes\n    timed out'])

    const { log } = await run([
      { name: 'tests', command: node('console.log("all"); process.exit(1)'), failures: () => [sum] },
    ])
    expect(log).toMatch(/tests\n\nsum\.test\.ts: divides\n {4}expected 1\n {6}at x\n\nall\n/)
  })
})

test('the closing line names skipped tests only when there are any', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped')
})
