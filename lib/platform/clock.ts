import { env } from './env.ts'

/** The current instant. APP_NOW freezes it for tests and demo seeds; `env()` refuses that in production. */
export function now(): Date {
  const frozen = env().appNow
  return frozen ? new Date(frozen) : new Date()
}
