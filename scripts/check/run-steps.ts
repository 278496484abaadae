import { spawn } from 'node:child_process'
import type { Counts } from './counts.ts'

/** One command of `npm test`, run when the steps it needs have succeeded. */
export interface Step {
  name: string
  command: [program: string, ...options: string[]]
  needs?: string[]
  /** Runs with no other step beside it. */
  alone?: boolean
  env?: Record<string, string>
  /** Counts of the tests inside; a step without counts as one check. */
  count?: (exitCode: number) => Counts
  /** What failed inside, one text each. */
  failures?: () => string[]
}

interface Result {
  step: Step
  counts: Counts
  ok: boolean
}

export interface RunOptions {
  cwd: string
  lanes: number
  log: (text: string) => void
  signal?: AbortSignal
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

/**
 * Runs steps in order, `lanes` at a time, and prints a line for each; for those that fail what failed, then the whole output. A step
 * whose needs failed is left out and counts as one skipped.
 */
export async function runSteps(steps: Step[], options: RunOptions): Promise<Counts> {
  const waiting = [...steps]
  const running = new Map<string, Promise<void>>()
  const done = new Map<string, Result>()

  const start = (step: Step) => {
    const finished = runStep(step, options).then((result) => {
      running.delete(step.name)
      done.set(step.name, result)
    })
    running.set(step.name, finished)
  }
  while (waiting.length > 0 || running.size > 0) {
    const broken = waiting.find((step) => step.needs?.some((need) => done.get(need)?.ok === false))
    if (broken) {
      waiting.splice(waiting.indexOf(broken), 1)
      const reason = broken.needs?.find((need) => done.get(need)?.ok === false)
      options.log(`skip            ${broken.name} (needs ${reason})\n`)
      done.set(broken.name, { step: broken, ok: false, counts: { ...NOTHING, skipped: 1 } })
      continue
    }
    const next = nextStep(waiting, done, running, steps, options.lanes)
    if (next) {
      waiting.splice(waiting.indexOf(next), 1)
      start(next)
    } else if (running.size > 0) await Promise.race(running.values())
    else throw new Error(`steps that need each other: ${waiting.map((step) => step.name).join(', ')}`)
  }
  return [...done.values()].reduce((sum, { counts }) => addCounts(sum, counts), NOTHING)
}

function nextStep(
  waiting: Step[],
  done: Map<string, Result>,
  running: Map<string, Promise<void>>,
  steps: Step[],
  lanes: number,
): Step | undefined {
  const isAlone = (name: string) => steps.some((step) => step.name === name && step.alone)
  if (running.size >= lanes || [...running.keys()].some(isAlone)) return undefined
  return waiting.find(
    (step) =>
      (step.needs ?? []).every((need) => done.get(need)?.ok) &&
      (!step.alone || (running.size === 0 && waiting.every((other) => other.alone))),
  )
}

async function runStep(step: Step, options: RunOptions): Promise<Result> {
  const started = performance.now()
  const { exitCode, output } = await runCommand(step, options)
  const seconds = (performance.now() - started) / 1_000
  const counts = countsOf(step, exitCode)
  const ok = exitCode === 0 && counts.failed === 0
  const tests = step.count
    ? ` (${counts.passed} passed${counts.failed ? `, ${counts.failed} failed` : ''})`
    : ''
  options.log(`${ok ? 'ok  ' : 'FAIL'}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}${tests}\n`)
  if (!ok) {
    const failures = (step.failures?.() ?? []).map((text) => `\n${text}\n`).join('')
    options.log(`${failures}${failures && '\n'}${output.trimEnd()}\n`)
  }
  return { step, counts, ok }
}

function countsOf(step: Step, exitCode: number): Counts {
  const single: Counts = exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
  if (!step.count) return single
  const counts = step.count(exitCode)
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function runCommand(step: Step, { cwd, signal }: RunOptions): Promise<{ exitCode: number; output: string }> {
  const [program, ...options] = step.command
  return new Promise((finish) => {
    const child = spawn(program, options, {
      cwd,
      signal,
      killSignal: 'SIGTERM',
      env: { ...process.env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      finish({ exitCode: 1, output })
    })
    child.on('close', (code) => finish({ exitCode: code ?? 1, output }))
  })
}

function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
