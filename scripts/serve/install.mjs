// Installs the locked dependencies, when those in node_modules are others.
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runChild } from './child.mjs'

/**
 * Whether node_modules holds what package-lock.json says, by npm's own record of what it put there: also right after
 * an `npm install` by hand, and wrong after one that was killed.
 * @param {string} root
 */
export function isInstalled(root) {
  try {
    const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
    return matches(locked, present)
  } catch {
    return false
  }
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, optionalDependencies?: Record<string, string> }} Package
 * @typedef {Record<string, Package>} Packages
 * @param {Packages} locked
 * @param {Packages} present
 */
export function matches(locked, present) {
  const complete = Object.keys(locked).every((path) => path === '' || present[path] || locked[path].optional)
  // An optional package that the lock does not know is one of another system's: see isComplete.
  const same = Object.entries(present).every(([path, { version, integrity, optional }]) =>
    locked[path] ? locked[path].version === version && locked[path].integrity === integrity : optional,
  )
  return complete && same
}

/**
 * Whether the lock names the optional packages of every system. One that was written where the registry lacks some
 * (a mirror) does not, and `npm ci` refuses it.
 * @param {Packages} locked
 */
export function isComplete(locked) {
  const names = new Set(Object.keys(locked).map((path) => path.split('node_modules/').at(-1)))
  return Object.values(locked).every(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).every((name) => names.has(name)),
  )
}

/**
 * @param {string} root
 * @param {AbortSignal} signal
 */
export async function install(root, signal) {
  const { program, words } = npm()
  // `npm start` hands its own settings down; those of this project's .npmrc and the user's are read again anyway.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const path = env.PATH?.split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const command = isComplete(locked) ? ['ci'] : ['install', '--no-save']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  await runChild(program, [...words, ...command, '--include=dev', '--include=optional', ...quiet], {
    cwd: root,
    env: { ...env, PATH: path?.join(delimiter) },
    failure: 'The dependencies could not be installed; npm says why above',
    signal,
  })
}

/** The npm that started us, run by the Node that runs it: ours may lie in the folder that npm is about to replace. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('npm-cli.js') && node) return { program: node, words: [script] }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', words: [] }
}
