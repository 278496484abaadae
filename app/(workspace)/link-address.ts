import { headers } from 'next/headers'
import { env } from '#lib/platform/env'

const thisComputer = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/

/**
 * A path as others reach it: under the address that people use, else the one this request came from. `here` says that it
 * leads anywhere on this computer only.
 */
export async function linkAddress(path: string): Promise<{ address: string; here: boolean }> {
  const origin = env().appUrl ?? (await headers()).get('origin') ?? ''
  return { address: `${origin}${path}`, here: thisComputer.test(origin) }
}
