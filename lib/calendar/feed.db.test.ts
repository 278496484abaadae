import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { recordLeave } from '#lib/flows/hand-over-leaver'
import type { Actor } from '#lib/kernel/access'
import { atTime, now } from '#lib/platform/clock'
import { addDuty } from '#lib/testing/calendar'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { changeFeed, endFeed, makeFeed } from './commands.ts'
import { openFeed } from './feed-door.ts'
import { feedOf, feedReach, ownFeed } from './feed-queries.ts'
import type { Covers } from './schema.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const from = { address: '203.0.113.7', userAgent: '' }
const noon = new Date('2026-11-22T18:00:00Z')

const fileOf = (path: string) => path.replace('/api/calendar/', '')
async function link(actor: Actor, covers: Covers = 'own') {
  return fileOf(valueOf(await makeFeed(actor, { covers })).path)
}
const open = (file: string, at = now(), address = from.address) => openFeed(file, { ...from, address }, at)
const code = async (file: string) => {
  const opened = await open(file)
  return opened.ok ? 'open' : opened.code
}
async function seen(file: string): Promise<string[] | string> {
  const opened = await open(file, noon)
  if (!opened.ok) return opened.code
  const { duties } = await atTime(noon, () => feedOf(opened.actor, opened.covers))
  return duties.map(({ title }) => title).sort()
}

describe('a calendar link', () => {
  it('is shown once, kept as a hash, and says when it was fetched', async () => {
    const practice = await createPractice(database.owner)
    const ana = await practice.actor('staff')
    expect(await ownFeed(ana)).toBeNull()
    const file = await link(ana)
    expect(file).toMatch(/^[\w-]{43}\.ics$/)
    const { rows } = await database.owner.query('SELECT * FROM "CalendarFeed" WHERE "personId" = $1', [
      ana.personId,
    ])
    expect(JSON.stringify(rows)).not.toContain(file.slice(0, 43))
    expect((await ownFeed(ana))?.lastFetchedAt).toBeNull()
    const at = now()
    expect((await open(file, at)).ok).toBe(true)
    expect((await ownFeed(ana))?.lastFetchedAt).toEqual(at)
    const trail = await database.owner.query<{ after: unknown }>(
      `SELECT coalesce("after", '{}') AS after FROM "RowChange" WHERE "tableName" = 'CalendarFeed' AND "rowId" = $1`,
      [ana.personId],
    )
    expect(trail.rows).toHaveLength(1)
    expect(JSON.stringify(trail.rows)).not.toMatch(/tokenHash|lastFetchedAt/)
  })

  it('is one at a time: another one, or ending it, closes the first', async () => {
    const ana = await (await createPractice(database.owner)).actor('staff')
    const first = await link(ana)
    const second = await link(ana, 'backup')
    expect([await code(first), await code(second)]).toEqual(['gone', 'open'])
    valueOf(await changeFeed(ana, { covers: 'own' }))
    expect([await code(second), (await ownFeed(ana))?.covers]).toEqual(['open', 'own'])
    valueOf(await endFeed(ana, {}))
    expect(await code(second)).toBe('gone')
    expect(await endFeed(ana, {})).toMatchObject({ ok: false, code: 'conflict' })
    expect(await changeFeed(ana, { covers: 'own' })).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('of somebody who left, or has no role any more, answers as one that never was', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const [leaver, roleless] = [await practice.actor('staff'), await practice.actor('staff')]
    const [ofLeaver, ofRoleless] = [await link(leaver), await link(roleless)]
    expect(await code(ofLeaver)).toBe('open')
    const left = await recordLeave(officer, {
      ...{ id: leaver.personId, version: 1, lastDay: '2026-11-20' },
      ...{ reason: 'Moved away', successorId: '' },
    })
    expect(left).toMatchObject({ ok: true })
    await database.owner.query('DELETE FROM "RoleAssignment" WHERE "personId" = $1', [roleless.personId])
    const never = `${'A'.repeat(43)}.ics`
    const answer = await open(never)
    for (const file of [ofLeaver, ofRoleless, 'x.ics', `${'A'.repeat(43)}`, `${'A'.repeat(44)}.ics`, ''])
      expect(await open(file), file).toEqual(answer)
    // Coming back does not bring the link back.
    await database.owner.query('UPDATE "Person" SET active = true, "leftOn" = NULL WHERE id = $1', [
      leaver.personId,
    ])
    expect(await code(ofLeaver)).toBe('gone')
  })

  it('stops answering when it is asked too often, and an address that tries wrong ones is stopped for all', async () => {
    const ana = await (await createPractice(database.owner)).actor('staff')
    const file = await link(ana)
    const at = new Date('2026-11-22T12:00:00Z')
    const asked = []
    for (let time = 0; time < 61; time += 1) asked.push((await open(file, at, '198.51.100.1')).ok)
    expect([asked.filter(Boolean).length, asked.at(-1)]).toEqual([60, false])
    const later = new Date(at.getTime() + 16 * 60_000)
    expect((await open(file, later, '198.51.100.1')).ok).toBe(true)
    const wrong = async (number: number) => {
      const token = String(number).padStart(43, 'x')
      const opened = await open(`${token}.ics`, later, '198.51.100.2')
      return opened.ok ? 'open' : opened.code
    }
    const codes = []
    for (let time = 0; time < 61; time += 1) codes.push(await wrong(time))
    expect([codes[59], codes[60]]).toEqual(['gone', 'wait'])
    expect(await open(file, later, '198.51.100.2')).toMatchObject({ code: 'wait' })
    expect((await open(file, later, '198.51.100.3')).ok).toBe(true)
  })
})

describe('what a calendar by link holds', () => {
  const duties = async (practice: TestPractice, me: Actor) => {
    const add = (title: string, more: object) =>
      addDuty(database.owner, practice, { title, dueOn: today, ...more })
    await add('own', { owner: me })
    await add('backed', { backup: me })
    await add('at A', { siteIds: [practice.siteA] })
    await add('at B', { siteIds: [practice.siteB] })
    await add('done', { owner: me, state: 'done' })
    await add('too old', { owner: me, dueOn: addDays(today, -feedReach.back - 1) })
    await add('oldest', { owner: me, dueOn: addDays(today, -feedReach.back) })
    await add('last', { owner: me, dueOn: addDays(today, feedReach.ahead) })
    await add('too far', { owner: me, dueOn: addDays(today, feedReach.ahead + 1) })
  }

  it('is what was chosen, as far as the person may see it at that moment', async () => {
    const [practice, other] = [await createPractice(database.owner), await createPractice(database.owner)]
    const lead = await practice.actor('site-lead', [practice.siteA])
    await duties(practice, lead)
    await addDuty(database.owner, other, { title: 'elsewhere', dueOn: today })
    const mine = ['last', 'oldest', 'own']
    expect(await seen(await link(lead, 'own'))).toEqual(mine)
    expect(await seen(await link(lead, 'backup'))).toEqual(['backed', ...mine])
    const all = await link(lead, 'all')
    expect(await seen(all)).toEqual(['at A', 'backed', ...mine])
    await database.owner.query('UPDATE "RoleAssignment" SET "siteId" = $2 WHERE "personId" = $1', [
      lead.personId,
      practice.siteB,
    ])
    expect(await seen(all)).toEqual(['at B', 'backed', ...mine])
    await database.owner.query(`UPDATE "RoleAssignment" SET role = 'staff' WHERE "personId" = $1`, [
      lead.personId,
    ])
    expect(await seen(all)).toEqual(['backed', ...mine])
  })

  it('is bounded, the nearest first, and knows that it is cut', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    await database.owner.query(
      `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, "openedOn")
       SELECT gen_random_uuid(), $1, 'ai-system', gen_random_uuid(), 'AI-001', 'k', 'n' || n, $2::date, $2::date + n % 300, 1, $2::date
       FROM generate_series(1, 3000) n`,
      [practice.id, today],
    )
    const { duties: found, isCut } = await atTime(noon, () => feedOf(officer, 'all'))
    expect([found.length, isCut]).toEqual([feedReach.events, true])
    expect(found.at(-1)?.dueOn).toBe(addDays(today, 199))
  })

  it('counts each change that a calendar would show, and no other', async () => {
    const practice = await createPractice(database.owner)
    const ana = await practice.actor('staff')
    const id = await addDuty(database.owner, practice, { title: 'one', dueOn: today, owner: ana })
    const revision = async (change: string) => {
      await database.owner.query(`UPDATE "Obligation" SET ${change} WHERE id = $1`, [id])
      const { rows } = await database.owner.query<{ revision: number }>(
        'SELECT revision FROM "Obligation" WHERE id = $1',
        [id],
      )
      return rows[0]?.revision
    }
    expect(await revision(`"dueOn" = "dueOn" + 10`)).toBe(1)
    expect(await revision(`"dueOn" = "dueOn", "siteIds" = '{}'`)).toBe(1)
    expect(await revision(`title = 'two'`)).toBe(2)
    expect(await revision('"backupId" = "ownerId"')).toBe(3)
  })
})
