import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NOT_SOURCE = /[.]test[.]tsx?$|[.]tsbuildinfo$|^lib\/platform\/prisma\/|^lib\/testing\//

/** What the web server is built from, as far as it can change. */
export const BUILD_SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
  ...['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]
export const SCHEMA_SOURCES = ['prisma/schema', 'prisma.config.ts', 'package-lock.json']

/** One hash over the names and contents of files, and of all files in folders. Absent ones and tests do not count. */
export function hashSources(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((entry) => filesOf(root, entry))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(root: string, path: string): string[] {
  const status = statSync(join(root, path), { throwIfNoEntry: false })
  if (!status || NOT_SOURCE.test(status.isDirectory() ? `${path}/` : path)) return []
  if (!status.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesOf(root, `${path}/${name}`))
}

/** Whether `stamp` says that what it stands for was made from sources of this hash. */
export function isStamped(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

export function writeStamp(stamp: string, hash: string): void {
  writeFileSync(stamp, hash)
}
