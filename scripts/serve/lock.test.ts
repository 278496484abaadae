import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock.mjs'

const busy = (holder: string) => `held by ${holder}`
let folder = ''
let path = ''
let other: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-lock-'))
  path = join(folder, 'instance.lock')
})
afterEach(async () => {
  await killOther()
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that takes the lock, says so, and keeps it. */
async function otherTakesIt(): Promise<number> {
  const script = `import { takeLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}
    takeLock(${JSON.stringify(path)}, () => 'busy')
    console.log('taken')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  other = child
  await once(child.stdout, 'data')
  return child.pid ?? 0
}

async function killOther(): Promise<void> {
  if (!other || other.signalCode) return
  other.kill('SIGKILL')
  await once(other, 'exit')
}

describe('the lock on a data folder', () => {
  it('is refused while another process holds it, and names that process', async () => {
    const pid = await otherTakesIt()
    expect(() => takeLock(path, busy)).toThrow(`held by process ${pid}`)
  })

  it('is taken over from a process that was killed', async () => {
    await otherTakesIt()
    await killOther()
    expect(takeLock(path, busy).takenOver).toBe(true)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('is taken over when the holder`s number now belongs to a later process', async () => {
    await otherTakesIt()
    const held = JSON.parse(readFileSync(path, 'utf8')) as object
    writeFileSync(path, JSON.stringify({ ...held, started: 'an earlier time' }))
    expect(takeLock(path, busy).takenOver).toBe(true)
  })

  it('of another machine holds as long as it gives signs of life', () => {
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'another machine', started: '' }))
    expect(() => takeLock(path, busy)).toThrow('held by process 1 on another machine')
    const aMinuteAgo = new Date(Date.now() - 60_000)
    utimesSync(path, aMinuteAgo, aMinuteAgo)
    expect(takeLock(path, busy).takenOver).toBe(true)
  })

  it('that was cut short by a crash is taken over after a moment', () => {
    writeFileSync(path, '{"pid": 12')
    expect(() => takeLock(path, busy)).toThrow('a process that is just starting')
    const before = new Date(Date.now() - 10_000)
    utimesSync(path, before, before)
    expect(takeLock(path, busy).takenOver).toBe(true)
  })

  it('is gone after its release, and only if it is still ours', async () => {
    const lock = takeLock(path, busy)
    lock.release()
    expect(existsSync(path)).toBe(false)
    const pid = await otherTakesIt()
    lock.release()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid })
  })
})
