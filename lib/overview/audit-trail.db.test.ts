import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSystem, editSystem } from '#lib/ai-systems/commands'
import type { Actor } from '#lib/kernel/access'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { trailPage } from './audit-trail.ts'
import { exportTrail } from './trail-export.ts'
import { parseTrailQuery } from './trail-query.ts'

const database = useTestDatabase()

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const owner = await practice.actor('owner')
  const auditor = await practice.actor('auditor')
  await database.owner.query('DELETE FROM "RowChange" WHERE "practiceId" = $1', [practice.id])
  const { id } = valueOf(await createSystem(officer, { ...facts, ownerId: officer.personId }))
  valueOf(await editSystem(officer, { ...facts, id, version: 1, ownerId: owner.personId }))
  return { practice, officer, owner, auditor, id }
}

const pageOf = (actor: Actor, params: Record<string, string> = {}) =>
  trailPage(actor, parseTrailQuery(params))

async function csvOf(actor: Actor, params: Record<string, string> = {}): Promise<string> {
  return new Response(valueOf(await exportTrail(actor, parseTrailQuery(params))).stream).text()
}

describe('a page of the trail', () => {
  it('says who did what as what, to which record, and what was before and after', async () => {
    const { officer, owner, auditor, id } = await setUp()
    const [edit] = (await pageOf(auditor))?.entries ?? []
    expect(edit).toMatchObject({
      who: { id: officer.personId, name: officer.name, role: 'Compliance officer' },
      databaseRole: null,
      sentence: `Changed owner from “${officer.name}” to “${owner.name}”`,
      record: { kind: 'ai-system', id, label: 'AI-001 Ambient scribe' },
    })
    expect(edit?.rows.flatMap(({ columns }) => columns)).toContainEqual({
      label: 'Owner',
      before: officer.name,
      after: owner.name,
    })
  })

  it('shows a change by hand where it happened and counts it, and finds people by part of a name', async () => {
    const { officer, auditor, id } = await setUp()
    await database.owner.query(`UPDATE "AiSystem" SET name = 'By hand' WHERE id = $1`, [id])
    const page = await pageOf(auditor)
    expect(page?.outside).toBe(1)
    expect(page?.entries[0]).toMatchObject({
      who: null,
      databaseRole: new URL(database.ownerUrl).username,
      sentence: 'Changed an AI system',
      record: { kind: 'ai-system', id, label: 'AI-001 By hand' },
      rows: [{ columns: [{ label: 'Name', before: facts.name, after: 'By hand' }] }],
    })
    expect((await pageOf(auditor, { who: officer.name.toUpperCase() }))?.entries).toHaveLength(2)
    expect((await pageOf(auditor, { who: 'nobody at all' }))?.entries).toEqual([])
    expect((await pageOf(auditor, { kind: 'ai-system', source: 'outside' }))?.entries).toHaveLength(1)
    expect((await pageOf(auditor, { kind: 'person', source: 'outside' }))?.entries).toEqual([])
    expect(await pageOf(auditor, { who: officer.personId, kind: 'ai-system', record: id })).toMatchObject({
      names: { who: officer.name, record: 'AI-001 By hand' },
      choices: { kinds: [{ value: 'ai-system', label: 'AI system' }] },
    })
  })

  it('tells an import in one entry, with the way to those of its records, and leaves none out elsewhere', async () => {
    const { practice, officer, auditor } = await setUp()
    const [deed, batch] = [randomUUID(), randomUUID()]
    const told = (kind: string, id: string, sentence: string) =>
      database.owner.query(
        `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorId", "actorName", "actorRole", "recordKind", "recordId", "recordLabel", sentence, "correlationId")
         VALUES (gen_random_uuid(), $1, now(), 'ai-system.import', $2, 'Dana', 'IT', $3, $4, 'One', $5, $6)`,
        [practice.id, officer.personId, kind, id, sentence, deed],
      )
    await told('import', batch, 'Brought in “list.csv”: 70 new')
    const systems = Array.from({ length: 70 }, () => randomUUID())
    for (const id of systems) await told('ai-system', id, 'Added by import')
    const page = await pageOf(auditor)
    expect(page?.entries.map(({ sentence, folded }) => [sentence, folded]).slice(0, 1)).toEqual([
      ['Brought in “list.csv”: 70 new', { deed, entries: 70 }],
    ])
    expect(page?.entries).toHaveLength(3)
    expect(page?.next).toBeNull()
    const all = await pageOf(auditor, { deed })
    expect([all?.entries.length, all?.next === null]).toEqual([50, false])
    expect((await pageOf(auditor, { kind: 'ai-system', record: systems[0] ?? '' }))?.entries).toHaveLength(1)
    expect((await pageOf(auditor, { q: 'Added by import' }))?.entries).toHaveLength(50)
    expect((await csvOf(auditor)).split('Added by import')).toHaveLength(71)
  })

  it('is refused to those whose role covers some sites only, or does not read it', async () => {
    const { practice } = await setUp()
    expect(await pageOf(await practice.actor('officer', [practice.siteA]))).toBeNull()
    expect(await pageOf(await practice.actor('it'))).toBeNull()
  })
})

describe('the exported trail', () => {
  it('holds every entry of the query, is told in the trail itself, and defuses formulas', async () => {
    const { practice, officer, auditor, id } = await setUp()
    valueOf(
      await editSystem(officer, {
        ...facts,
        id,
        version: 2,
        name: '=HYPERLINK("http://example.org")',
        ownerId: '',
      }),
    )
    await database.owner.query(`UPDATE "Site" SET name = 'Annex' WHERE id = $1`, [practice.siteA])
    const csv = await csvOf(auditor)
    expect(csv).toContain('Time in America/Chicago,Time in UTC,Who,Role,What,Record,Why,Before and after')
    expect(csv).toContain('Exported the audit trail as CSV')
    expect(csv).toContain('Outside the application')
    expect(csv).toContain('Changed a site: Name: Downtown → Annex')
    expect(csv.split('\r\n').filter((line) => /^\d{4}-/.test(line))).toHaveLength(5)
    const narrowed = await csvOf(auditor, { kind: 'ai-system', words: 'x', who: officer.personId })
    expect(narrowed).not.toContain('Annex')
    expect((await pageOf(auditor))?.entries[0]?.sentence).toBe(
      'Exported the audit trail as CSV, of one person, about every AI system',
    )
    const named = await csvOf(auditor, { q: 'HYPERLINK' })
    expect(named).not.toMatch(/(^|,)"?=/m)
  })

  it('streams more than one page without repeating or leaving out', async () => {
    const { practice, officer } = await setUp()
    await database.owner.query(
      `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorName", "actorRole", sentence, "correlationId")
       SELECT gen_random_uuid(), $1, timestamptz '2026-01-01T00:00:00Z' + (n / 7) * interval '1 second', 'test.act', 'Somebody',
         'Staff', 'Number ' || n, gen_random_uuid() FROM generate_series(1, 1300) n`,
      [practice.id],
    )
    const csv = await csvOf(officer, { action: 'test.act' })
    const numbers = [...csv.matchAll(/Number (\d+)/g)].map((match) => Number(match[1]))
    expect(numbers).toHaveLength(1_300)
    expect(new Set(numbers).size).toBe(1_300)
  })

  it('is refused like the page, and leaves no trace then', async () => {
    const { practice, officer } = await setUp()
    for (const actor of [
      await practice.actor('officer', [practice.siteA]),
      await practice.actor('site-lead'),
    ])
      expect(await exportTrail(actor, parseTrailQuery({}))).toMatchObject({ ok: false, code: 'forbidden' })
    expect((await pageOf(officer, { action: 'audit.export' }))?.entries).toEqual([])
  })
})
