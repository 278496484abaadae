import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from './env.ts'

const elsewhen = new AsyncLocalStorage<Date>()

/** The current instant. APP_NOW freezes it for tests; `env()` refuses that in production. */
export function now(): Date {
  const set = elsewhen.getStore()
  if (set) return new Date(set)
  const frozen = env().appNow
  return frozen ? new Date(frozen) : new Date()
}

/** Runs work as if it were `instant`: how demo practices get a past. Nothing outside the work notices. */
export function atTime<T>(instant: Date, work: () => T): T {
  return elsewhen.run(instant, work)
}
