import { env } from '#lib/platform/env'
import { isHere } from '#lib/platform/front-door'
import { isSetupCode } from '#lib/platform/setup-code'

/**
 * Whether this browser may set a fresh installation up: it runs on the same machine, or it shows the code that the start
 * script printed. Otherwise the first stranger on the network to find the page would own the practice.
 */
export function mayOpenSetup(headers: { get(name: string): string | null }, code: string): boolean {
  return isHere(headers) || isSetupCode(env().encryptionKey, code)
}
