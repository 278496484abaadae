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
  return Object.entries(locked).every(([path, { version, integrity, optional }]) => {
    const found = present[path]
    if (!found) return path === '' || optional === true
    return found.version === version && (!integrity || found.integrity === integrity)
  })
}

/**
 * Whether the lock names the optional packages of every system. One that was written where the registry lacks some
 * (a mirror) does not, and `npm ci` refuses it.
 * @param {Packages} locked
 */
export function isComplete(locked) {
  return Object.entries(locked).every(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).every((name) => placesFor(name, path).some((place) => locked[place])),
  )
}

/** Where a package at `path` finds another one, nearest first. @param {string} name @param {string} path */
function placesFor(name, path) {
  const folders = path
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'))
  return [
    ...folders.filter(Boolean).map((folder) => `${folder}/node_modules/${name}`),
    `node_modules/${name}`,
  ]
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
