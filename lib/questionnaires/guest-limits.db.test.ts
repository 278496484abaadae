import { describe, expect, it } from 'vitest'
import { NOON } from '#lib/testing/accounts'
import { useTestDatabase } from '#lib/testing/test-database'
import { admit } from './guest-limits.ts'

useTestDatabase()

async function ask(times: number, token: (at: number) => string, address: string, works: boolean) {
  let admitted = 0
  for (let at = 0; at < times; at += 1) {
    const { ok, wasKnown } = await admit(token(at), address, NOON)
    if (ok) admitted += 1
    if (ok && works) await wasKnown()
  }
  return admitted
}

describe('whoever comes by a link', () => {
  it('is let in as often as answering takes, and then has to wait', async () => {
    expect(await ask(420, () => 'one link', '203.0.113.1', true)).toBe(400)
    // Another link of the same office is not kept waiting by it.
    expect(await ask(5, () => 'another link', '203.0.113.1', true)).toBe(5)
  })

  it('and tries many that do not work is stopped, wherever in the network, and nobody else is', async () => {
    const network = (at: number) => `2001:db8::${at.toString(16)}`
    let admitted = 0
    for (let at = 0; at < 310; at += 1) if ((await admit(`guess ${at}`, network(at), NOON)).ok) admitted += 1
    expect(admitted).toBe(300)
    expect((await admit('a good link', network(400), NOON)).ok).toBe(false)
    expect((await admit('a good link', '203.0.113.2', NOON)).ok).toBe(true)
    const later = new Date(NOON.getTime() + 16 * 60_000)
    expect((await admit('a good link', network(400), later)).ok).toBe(true)
  })
})
