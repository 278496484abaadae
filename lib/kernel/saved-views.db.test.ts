import { describe, expect, it } from 'vitest'
import { read } from '#lib/platform/db'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { deleteView, listViews, renameView, saveView } from './saved-views.ts'

const database = useTestDatabase()
const mine = {
  kind: 'ai-system',
  name: 'Overdue at Downtown',
  query: '?nextDue=overdue&sort=-name',
  shared: 'no',
}

async function twoPeople() {
  const practice = await createPractice(database.owner)
  return { practice, officer: await practice.actor('officer'), staff: await practice.actor('staff') }
}

describe('saved views', () => {
  it('are seen by their maker alone until they are shared, and in their own list only', async () => {
    const { officer, staff } = await twoPeople()
    const { id } = valueOf(await saveView(officer, mine))
    expect(await listViews(staff, 'ai-system')).toEqual([])
    expect(await listViews(officer, 'person')).toEqual([])
    expect(valueOf(await renameView(officer, { id, name: mine.name, shared: 'yes' }))).toEqual({ id })
    expect(await listViews(staff, 'ai-system')).toEqual([
      { id, name: mine.name, query: mine.query, shared: true, mine: false },
    ])
  })

  it('are replaced when saved again under the same name', async () => {
    const { officer } = await twoPeople()
    const first = valueOf(await saveView(officer, mine))
    const again = valueOf(await saveView(officer, { ...mine, query: '?q=scribe' }))
    expect(again.id).toBe(first.id)
    expect(await listViews(officer, 'ai-system')).toMatchObject([{ name: mine.name, query: '?q=scribe' }])
  })

  it('are shared only by those who may', async () => {
    const { staff } = await twoPeople()
    expect(await saveView(staff, { ...mine, shared: 'yes' })).toMatchObject({ ok: false, code: 'forbidden' })
    const { id } = valueOf(await saveView(staff, mine))
    expect(await renameView(staff, { id, name: 'Mine', shared: 'yes' })).toMatchObject({
      ok: false,
      code: 'forbidden',
    })
    expect(await listViews(staff, 'ai-system')).toMatchObject([{ name: mine.name, shared: false }])
  })

  it('are renamed and deleted by their maker; a shared one also by those who may share', async () => {
    const { practice, officer, staff } = await twoPeople()
    const lead = await practice.actor('site-lead', [practice.siteA])
    const { id } = valueOf(await saveView(lead, { ...mine, shared: 'yes' }))
    expect(await renameView(officer, { id, name: 'Taken over', shared: 'yes' })).toMatchObject({
      code: 'not-found',
    })
    expect(await deleteView(staff, { id })).toMatchObject({ code: 'not-found' })
    expect(await deleteView(officer, { id })).toMatchObject({ ok: true })
    expect(await listViews(lead, 'ai-system')).toEqual([])
  })

  it('of somebody else stay untouched, whatever id is sent, also from another practice', async () => {
    const { officer } = await twoPeople()
    const { id } = valueOf(await saveView(officer, mine))
    const stranger = await (await createPractice(database.owner)).actor('officer')
    expect(await deleteView(stranger, { id })).toMatchObject({ code: 'not-found' })
    expect(await listViews(stranger, 'ai-system')).toEqual([])
    expect(await listViews(officer, 'ai-system')).toHaveLength(1)
  })

  it('keep their names apart', async () => {
    const { officer } = await twoPeople()
    valueOf(await saveView(officer, mine))
    const { id } = valueOf(await saveView(officer, { ...mine, name: 'Other' }))
    expect(await renameView(officer, { id, name: mine.name, shared: 'no' })).toMatchObject({
      code: 'invalid',
      fields: { name: 'Another view of yours has this name.' },
    })
  })

  it('hold a list’s query and nothing else', async () => {
    const { officer } = await twoPeople()
    for (const query of ['https://evil.example/', '//evil.example', '?q="><script>', 'q=x'])
      expect(await saveView(officer, { ...mine, query })).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('leave a sentence in the audit trail', async () => {
    const { officer, practice } = await twoPeople()
    const { id } = valueOf(await saveView(officer, mine))
    valueOf(await renameView(officer, { id, name: 'Late', shared: 'yes' }))
    valueOf(await deleteView(officer, { id }))
    const events = await read({ practiceId: practice.id }, (tx) =>
      tx.auditEvent.findMany({ where: { recordId: id }, orderBy: { id: 'asc' }, select: { sentence: true } }),
    )
    expect(events.map((event) => event.sentence)).toEqual([
      'Saved the view “Overdue at Downtown”',
      'Renamed the view “Overdue at Downtown” to “Late”; shared it',
      'Deleted the view “Late”',
    ])
  })
})
