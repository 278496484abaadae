import { resolve } from 'node:path'
import { makeBuild, makeClient } from '../serve/make.ts'
import { printError } from '../serve/report.mjs'
import { stopOnSignals } from '../serve/stopping.mjs'

// What `npm start` would make, made the same way and with the same stamps: a start after the tests makes nothing again.
const making = {
  root: resolve(import.meta.dirname, '../..'),
  signal: stopOnSignals(),
  say: (text: string) => console.log(text),
}

try {
  if (process.argv[2] === 'client') await makeClient(making)
  else if (process.argv[2] === 'build') await makeBuild(making)
  else throw new Error('Use: make.ts client | build')
} catch (error) {
  printError(error)
  process.exitCode = 1
}
