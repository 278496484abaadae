import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { archiveControl } from '#lib/controls/commands'
import { setControlState, testControl } from '#lib/controls/keep-commands'
import { chooseFramework, leaveOut, takeIn } from '#lib/frameworks/commands'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { addControl, controlDetail } from '#lib/testing/controls'
import { ownFramework } from '#lib/testing/frameworks'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { behindRequirement } from './behind-requirement.ts'
import { coverageOf, coverageOfAll } from './framework-coverage.ts'
import { gapPage } from './framework-gaps.ts'

const database = useTestDatabase()
const rmf = 'nist-ai-rmf'
const govern = 'nist-ai-rmf:GOVERN 6.1'

const newOfficer = async () => (await createPractice(database.owner)).actor('officer')
const seen = async (officer: Actor, id: string) => ({
  id,
  version: (await controlDetail(officer, id)).version,
})
async function coverIn(officer: Actor, framework = rmf, requirement = 'GOVERN 6.1') {
  const found = await coverageOf(officer, framework)
  return found?.rows.find(({ id }) => id === requirement)?.cover
}
const tests = async (officer: Actor, id: string, result: string) =>
  valueOf(
    await testControl(officer, {
      ...(await seen(officer, id)),
      ...{ on: todayFor(officer), result, note: 'Looked at it.' },
    }),
  )

describe('a requirement', () => {
  it('is in place, partly or without a control, as its controls are', async () => {
    const officer = await newOfficer()
    expect(await coverIn(officer)).toEqual({ state: 'none', controls: 0, isFailing: false })
    const id = await addControl(officer, { state: 'not-started' }, govern)
    expect(await coverIn(officer)).toMatchObject({ state: 'none', controls: 1 })
    const state = async (to: string) =>
      valueOf(
        await setControlState(officer, { ...(await seen(officer, id)), state: to, stateReason: 'No reason' }),
      )
    await state('partly')
    expect(await coverIn(officer)).toMatchObject({ state: 'partly' })
    await state('in-place')
    expect(await coverIn(officer)).toMatchObject({ state: 'covered' })
    await tests(officer, id, 'fails')
    expect(await coverIn(officer)).toEqual({ state: 'partly', controls: 1, isFailing: true })
    await tests(officer, id, 'works')
    expect(await coverIn(officer)).toMatchObject({ state: 'covered', isFailing: false })
    await state('not-applicable')
    expect(await coverIn(officer)).toEqual({ state: 'none', controls: 0, isFailing: false })
    await state('in-place')
    valueOf(await archiveControl(officer, { ...(await seen(officer, id)), reason: 'Twice' }))
    expect(await coverIn(officer)).toMatchObject({ state: 'none', controls: 0 })
  })

  it('is not answered by a control that names only a linked one, which is shown beside it', async () => {
    const officer = await newOfficer()
    await addControl(officer, { title: 'Vendors are asked' }, govern)
    const linked = (await behindRequirement(officer, rmf, 'GOVERN 6.1'))?.linked[0]
    if (!linked) throw new Error('GOVERN 6.1 is linked to something')
    expect(await coverIn(officer, linked.framework, linked.id)).toMatchObject({ state: 'none', controls: 0 })
    const there = await behindRequirement(officer, linked.framework, linked.id)
    expect(there?.cover.state).toBe('none')
    expect(there?.linked.find(({ key }) => key === govern)?.controls.map(({ title }) => title)).toEqual([
      'Vendors are asked',
    ])
  })

  it('does not apply for a reason, until somebody takes that back', async () => {
    const officer = await newOfficer()
    const what = { framework: rmf, requirement: 'GOVERN 6.1' }
    expect(await leaveOut(officer, { ...what, reason: 'No' })).toMatchObject({ ok: false, code: 'invalid' })
    valueOf(await leaveOut(officer, { ...what, reason: 'We buy nothing from anybody.' }))
    valueOf(await leaveOut(officer, { ...what, reason: 'We buy nothing from anybody at all.' }))
    const behind = await behindRequirement(officer, rmf, 'GOVERN 6.1')
    expect(behind?.out).toMatchObject({ reason: 'We buy nothing from anybody at all.', byName: officer.name })
    expect(await coverIn(officer)).toMatchObject({ state: 'out' })
    valueOf(await takeIn(officer, what))
    expect(await coverIn(officer)).toMatchObject({ state: 'none' })
    expect(await takeIn(officer, what)).toMatchObject({ ok: false, code: 'not-found' })
    expect(
      await leaveOut(officer, { ...what, requirement: 'GOVERN 99', reason: 'It is not there.' }),
    ).toMatchObject({
      ok: false,
      code: 'not-found',
    })
  })
})

describe('the frameworks', () => {
  it('are followed by default where they are law, and where a practice with AI is well advised', async () => {
    const all = await coverageOfAll(await newOfficer())
    expect(all.filter(({ followed }) => followed).map(({ key }) => key)).toEqual([
      'hipaa-security',
      'hipaa-privacy',
      'hipaa-breach',
      'section-1557',
      'nist-ai-rmf',
      'nist-ai-600-1',
    ])
    expect(all.find(({ key }) => key === rmf)?.counts).toEqual({ none: 72, partly: 0, covered: 0, out: 0 })
  })

  it('are followed or not as somebody chose, but never while they are only proposed', async () => {
    const officer = await newOfficer()
    const choose = (framework: string, followed: 'yes' | 'no') =>
      chooseFramework(officer, { framework, followed })
    valueOf(await choose('hicp', 'yes'))
    valueOf(await choose('hicp', 'no'))
    valueOf(await choose('hicp', 'yes'))
    valueOf(await choose(rmf, 'no'))
    expect(await choose('security-rule-proposal', 'yes')).toMatchObject({ ok: false, code: 'conflict' })
    expect(await choose('no-such-thing', 'yes')).toMatchObject({ ok: false, code: 'not-found' })
    const followed = (await coverageOfAll(officer)).filter((one) => one.followed).map(({ key }) => key)
    expect(followed).toContain('hicp')
    expect(followed).not.toContain(rmf)
    expect(followed).not.toContain('security-rule-proposal')
  })

  it('count the same on the list and on their own pages, own ones included', async () => {
    const officer = await newOfficer()
    const own = await ownFramework(officer, 'Payer', 'Id,Title,Group\nA,First,G\nB,Second,G\nC,Third,')
    await addControl(officer, {}, `${own}:A`, govern)
    await addControl(officer, { state: 'partly' }, `${own}:B`)
    for (const listed of await coverageOfAll(officer))
      expect((await coverageOf(officer, listed.key))?.counts, listed.key).toEqual(listed.counts)
    expect((await coverageOf(officer, own))?.counts).toEqual({ none: 1, partly: 1, covered: 1, out: 0 })
  })

  it('show nothing of another practice, and nothing to who may not read them', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const own = await ownFramework(officer, 'Payer', 'Id,Title\nA,First')
    await addControl(officer, {}, `${own}:A`, govern)
    const [stranger, staff] = [await newOfficer(), await practice.actor('staff')]
    expect(await coverageOf(stranger, own)).toBeNull()
    expect(await behindRequirement(stranger, own, 'A')).toBeNull()
    expect(await coverIn(stranger)).toMatchObject({ controls: 0 })
    expect(await coverageOfAll(staff)).toEqual([])
    expect(await coverageOf(staff, rmf)).toBeNull()
    expect((await gapPage(staff, null, 1)).total).toBe(0)
  })

  it('are counted in a constant number of statements', async () => {
    const officer = await newOfficer()
    const asked = async (work: () => Promise<unknown>) => {
      const before = statements
      await work()
      return statements - before
    }
    const all = [
      () => coverageOfAll(officer),
      () => coverageOf(officer, rmf),
      () => gapPage(officer, null, 1),
    ]
    const counts = async () => {
      const found: number[] = []
      for (const work of all) found.push(await asked(work))
      return found
    }
    await ownFramework(officer, 'First', 'Id,Title\nA,First')
    const few = await counts()
    for (let n = 0; n < 12; n++) await addControl(officer, {}, govern, `nist-ai-rmf:MAP 1.${(n % 6) + 1}`)
    await ownFramework(officer, 'Second', 'Id,Title\nA,First\nB,Second')
    expect(await counts()).toEqual(few)
    expect(Math.max(...few)).toBeLessThan(14)
  })
})

describe('the gaps', () => {
  it('stand in order of harm, without what is proposed and what is not followed', async () => {
    const officer = await newOfficer()
    const failing = await addControl(officer, {}, govern)
    await tests(officer, failing, 'fails')
    await addControl(officer, { state: 'partly' }, 'nist-ai-rmf:GOVERN 1.1')
    const { counts, total } = await gapPage(officer, null, 1)
    expect(counts).toMatchObject({ failing: 1, partly: 1 })
    expect(counts.required).toBeGreaterThan(60)
    expect(counts.addressable).toBeGreaterThan(10)
    const kinds: string[] = []
    const frameworks = new Set<string>()
    for (let page = 1; kinds.length < total; page++)
      for (const gap of (await gapPage(officer, null, page)).gaps) {
        kinds.push(gap.kind)
        frameworks.add(gap.framework)
      }
    const order = ['required', 'addressable', 'voluntary', 'failing', 'partly']
    expect([...new Set(kinds)]).toEqual(order)
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(frameworks).not.toContain('security-rule-proposal')
    expect(frameworks).not.toContain('iso-42001')
  })

  it('lead to the starter control that answers them', async () => {
    const officer = await newOfficer()
    const { gaps } = await gapPage(officer, 'required', 1)
    expect(gaps.filter(({ mending }) => mending.length > 0).length).toBeGreaterThan(5)
  })
})

// Counts every statement that any connection sends.
let statements = 0
const prototype: { query: (...args: unknown[]) => unknown } = pg.Client.prototype
prototype.query = new Proxy(prototype.query, {
  apply: (send, client, args) => {
    statements += 1
    return Reflect.apply(send, client, args)
  },
})
