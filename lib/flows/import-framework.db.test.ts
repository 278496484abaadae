import { describe, expect, it } from 'vitest'
import { chooseFramework, leaveOut } from '#lib/frameworks/commands'
import { discardUpload, getUpload, uploadFramework } from '#lib/frameworks/own-upload'
import { frameworksPutAway, listFrameworks } from '#lib/frameworks/queries'
import { write } from '#lib/platform/db'
import { addControl, controlDetail } from '#lib/testing/controls'
import { ownFramework, uploadOwn } from '#lib/testing/frameworks'
import { createPractice, valueOf } from '#lib/testing/practice'
import { smallCatalog } from '#lib/testing/small-catalog'
import { useTestDatabase } from '#lib/testing/test-database'
import { coverageOf } from './framework-coverage.ts'
import { archiveFramework, importFramework, restoreFramework } from './import-framework.ts'

const database = useTestDatabase()
const newOfficer = async () => (await createPractice(database.owner)).actor('officer')
const facts = { name: 'Payer rules', edition: '2026', publisher: '', replaces: '' }

describe('a framework of the practice’s own', () => {
  it('comes in from a sheet as its preview says, in the order of the file', async () => {
    const officer = await newOfficer()
    const upload = await uploadOwn(
      officer,
      'Ref,Domain,Name,Words\nB-2,Access,Second,Do it\nA-1,Access,First,',
    )
    const preview = await getUpload(officer, upload)
    expect(preview).toMatchObject({ problems: [], columns: { code: 0, group: 1, title: 2, text: null } })
    const columns = { code: 0, title: 2, text: 3, group: 1 }
    const { id } = valueOf(await importFramework(officer, { ...facts, upload, columns }))
    const found = await coverageOf(officer, id)
    expect(found?.framework.requirements.map((one) => [one.id, one.title, one.says])).toEqual([
      ['B-2', 'Second', 'Do it'],
      ['A-1', 'First', ''],
    ])
    expect(found?.framework).toMatchObject({ shortName: 'Payer rules', own: { ref: 'FW-001' } })
    expect(found?.followed).toBe(true)
    expect(await getUpload(officer, upload)).toBeNull()
  })

  it('comes in from an OSCAL catalog', async () => {
    const officer = await newOfficer()
    const upload = await uploadOwn(officer, JSON.stringify(smallCatalog), 'catalog.json')
    expect(await getUpload(officer, upload)).toMatchObject({ source: 'oscal', edition: '3.1', withdrawn: 1 })
    const { id } = valueOf(await importFramework(officer, { ...facts, upload }))
    expect((await coverageOf(officer, id))?.framework.requirements.map((one) => one.id)).toEqual([
      'AC-1',
      'AC-1(1)',
      'far-1',
    ])
  })

  it('is refused with the rows that are wrong, and nothing of it stays', async () => {
    const officer = await newOfficer()
    const upload = await uploadOwn(officer, 'Id,Title\nA,First\nA,Again')
    const refused = await importFramework(officer, { ...facts, upload })
    expect(refused.ok ? '' : refused.message).toContain('stands more than once: row 2 and row 3')
    expect((await listFrameworks(officer)).filter(({ isOwn }) => isOwn)).toEqual([])
    const file = { fileName: 'x.json', content: new TextEncoder().encode('{"catalog"') }
    const damaged = await uploadFramework(officer, file)
    expect(damaged.ok ? '' : damaged.message).toBe(
      '“x.json” cannot be read. It is damaged: it begins like JSON and does not end like it.',
    )
  })

  it('is found by whoever uploaded it and nobody else', async () => {
    const practice = await createPractice(database.owner)
    const [officer, colleague] = [await practice.actor('officer'), await practice.actor('officer')]
    const upload = await uploadOwn(officer, 'Id,Title\nA,First')
    expect(await getUpload(colleague, upload)).toBeNull()
    expect(await importFramework(colleague, { ...facts, upload })).toMatchObject({
      ok: false,
      code: 'not-found',
    })
    expect(await discardUpload(colleague, { upload })).toMatchObject({ ok: false, code: 'not-found' })
    valueOf(await discardUpload(officer, { upload }))
  })
})

describe('a newer edition', () => {
  it('takes over what named the same ids and leaves the rest with the old one', async () => {
    const officer = await newOfficer()
    const old = await ownFramework(officer, 'Rules', 'Id,Title\nA,First\nB,Second\nC,Third')
    const control = await addControl(officer, {}, `${old}:A`, `${old}:C`, 'nist-ai-rmf:GOVERN 1.1')
    valueOf(await leaveOut(officer, { framework: old, requirement: 'B', reason: 'Nothing of that here.' }))
    valueOf(await chooseFramework(officer, { framework: old, followed: 'no' }))
    const next = await ownFramework(officer, 'Rules', 'Id,Title\nA,First\nB,Second\nD,Fourth', old)
    expect((await controlDetail(officer, control)).requirements.toSorted()).toEqual(
      [`${next}:A`, `${old}:C`, 'nist-ai-rmf:GOVERN 1.1'].toSorted(),
    )
    const found = await coverageOf(officer, next)
    expect(found?.counts).toEqual({ none: 1, partly: 0, covered: 1, out: 1 })
    expect(found?.followed).toBe(false)
    expect((await coverageOf(officer, old))?.framework.own?.archived).toBe(true)
    expect((await listFrameworks(officer)).map(({ key }) => key)).not.toContain(old)
    const again = await uploadOwn(officer, 'Id,Title\nA,First')
    expect(await importFramework(officer, { ...facts, upload: again, replaces: old })).toMatchObject({
      ok: false,
      code: 'not-found',
    })
  })

  it('can be put away, and what came in can be altered by nobody', async () => {
    const officer = await newOfficer()
    const id = await ownFramework(officer, 'Rules', 'Id,Title\nA,First')
    for (const sql of [`UPDATE "OwnRequirement" SET text = 'x'`, 'DELETE FROM "OwnRequirement"'])
      await expect(write(officer, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/)
    valueOf(await archiveFramework(officer, { id, reason: 'The contract ended.' }))
    expect(await archiveFramework(officer, { id, reason: 'Again.' })).toMatchObject({ ok: false })
    expect(await chooseFramework(officer, { framework: id, followed: 'yes' })).toMatchObject({ ok: false })
  })

  it('that was put away stands apart, and counts again once it is brought back', async () => {
    const officer = await newOfficer()
    const id = await ownFramework(officer, 'Rules', 'Id,Title\nA,First')
    expect(await restoreFramework(officer, { id, reason: 'It is not away.' })).toMatchObject({ ok: false })
    valueOf(await archiveFramework(officer, { id, reason: 'The contract ended.' }))
    expect((await frameworksPutAway(officer)).map((one) => one.id)).toEqual([id])
    valueOf(await restoreFramework(officer, { id, reason: 'There is a new contract.' }))
    expect(await frameworksPutAway(officer)).toEqual([])
    expect((await listFrameworks(officer)).some(({ key }) => key === id)).toBe(true)
    valueOf(await chooseFramework(officer, { framework: id, followed: 'yes' }))
  })
})
