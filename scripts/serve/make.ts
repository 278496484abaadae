import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runChild } from './child.mjs'
import { waitForLock } from './lock.mjs'
import { precompress } from './precompress.ts'
import { BUILD_SOURCES, hashSources, isStamped, SCHEMA_SOURCES, writeStamp } from './source-hash.ts'

interface Making {
  root: string
  signal: AbortSignal
  say: (text: string) => void
}

/** Generates the Prisma client when the schema changed. Says so when it did not. */
export function makeClient(making: Making): Promise<void> {
  const folder = join(making.root, 'lib/platform/prisma')
  return make(making, {
    sources: SCHEMA_SOURCES,
    stamp: join(folder, '.made-from'),
    result: join(folder, 'client.ts'),
    script: 'node_modules/prisma/build/index.js',
    words: ['generate', '--no-hints'],
    failure: 'The database client could not be made from prisma/schema; Prisma says why above',
  })
}

/** Builds the web server when its sources changed. Says so when they did not. */
export function makeBuild(making: Making): Promise<void> {
  return make(making, {
    sources: BUILD_SOURCES,
    stamp: join(making.root, '.next/made-from'),
    result: join(making.root, '.next/BUILD_ID'),
    script: 'node_modules/next/dist/bin/next',
    words: ['build'],
    failure: 'The build failed; it says why above',
    finish: () => precompress(join(making.root, '.next/static')),
  })
}

interface Product {
  sources: string[]
  /** File that records what the product was made from. */
  stamp: string
  /** A file of the product: without it, the stamp is not believed. */
  result: string
  script: string
  words: string[]
  failure: string
  /** What is still to do with the product before it counts as made. */
  finish?: () => Promise<void>
}

async function make({ root, signal, say }: Making, product: Product): Promise<void> {
  const hash = hashSources(root, product.sources)
  const isMade = () => isStamped(product.stamp, hash) && existsSync(product.result)
  if (isMade()) return say('up to date')
  const lockFile = join(root, '.next/cache/making.lock')
  mkdirSync(dirname(lockFile), { recursive: true })
  // Two starts of one checkout, each on its own data folder, must not write the same files at once.
  const lock = await waitForLock(lockFile, signal)
  try {
    if (isMade()) return say('up to date')
    rmSync(product.stamp, { force: true })
    await runChild(process.execPath, [join(root, product.script), ...product.words], {
      cwd: root,
      env: toolEnvironment(),
      failure: product.failure,
      signal,
    })
    await product.finish?.()
    writeStamp(product.stamp, hash)
  } finally {
    lock.release()
  }
}

/** The environment without what could steer a build, and with nothing that calls home. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    APP_DATABASE_URL: _application,
    NODE_COMPILE_CACHE: _cache,
    ...rest
  } = process.env
  return {
    ...rest,
    PATH: [dirname(process.execPath), rest.PATH].join(process.platform === 'win32' ? ';' : ':'),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}
