import { describe, expect, it } from 'vitest'
import { isComplete, matches } from './install.mjs'

const root = { '': { version: '1.0.0' } }
const next = { 'node_modules/next': { version: '16.0.0', integrity: 'sha512-next' } }
const forMac = { 'node_modules/next-mac': { version: '16.0.0', integrity: 'sha512-mac', optional: true } }

describe('what is installed', () => {
  it('is what is locked when every package is there in the locked version', () => {
    expect(matches({ ...root, ...next, ...forMac }, next)).toBe(true)
  })

  it('is not when one is missing, older, or has other contents', () => {
    expect(matches({ ...root, ...next }, {})).toBe(false)
    const older = { 'node_modules/next': { version: '15.9.0', integrity: 'sha512-next' } }
    expect(matches({ ...root, ...next }, older)).toBe(false)
    const other = { 'node_modules/next': { version: '16.0.0', integrity: 'sha512-other' } }
    expect(matches({ ...root, ...next }, other)).toBe(false)
  })
})

describe('the lock file', () => {
  const wants = { 'node_modules/next': { version: '16.0.0', optionalDependencies: { 'next-mac': '16.0.0' } } }

  it('is complete when it names the optional packages of all systems, wherever they are looked for', () => {
    expect(isComplete({ ...root, ...wants, ...forMac })).toBe(true)
    const nested = { 'node_modules/next/node_modules/next-mac': { version: '16.0.0', optional: true } }
    expect(isComplete({ ...root, ...wants, ...nested })).toBe(true)
  })

  it('is not when one is left out, or lies where it is not found', () => {
    expect(isComplete({ ...root, ...wants })).toBe(false)
    const elsewhere = { 'node_modules/other/node_modules/next-mac': { version: '16.0.0', optional: true } }
    expect(isComplete({ ...root, ...wants, ...elsewhere })).toBe(false)
  })
})
