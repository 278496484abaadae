import { beforeAll, describe, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { importedRegistry } from '#lib/registry'
import { facts } from '#lib/testing/ai-systems'
import { addControl } from '#lib/testing/controls'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { riskDetail } from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorFacts } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { acceptRisk } from './decisions.ts'
import { listRisks } from './queries.ts'
import { riskTable } from './table.ts'

const database = useTestDatabase()
const { imports } = importedRegistry.risk
const driver = importDriver(imports, () => database.owner)
let practice: TestPractice
let officer: Actor

beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  valueOf(await createSystem(officer, facts))
  valueOf(await createVendor(officer, vendorFacts))
})

const all = async () => (await listRisks(officer, parseListState(riskTable, { sort: 'title' }))).rows
const inDays = (days: number) => addDays(todayFor(officer), days)
const found = async (title: string) => {
  const row = (await all()).find((one) => one.title === title)
  if (!row) throw new Error(`there is no ${title}`)
  return riskDetail(officer, row.id)
}

describe('a register of risks from a spreadsheet', () => {
  it('comes in with scores in either form, and with systems, vendors and sites by name or reference', async () => {
    const file = [
      'Risk,Risk category,Current score,Likelihood,Impact,Target risk,Treatment,AI system,Vendor,Location,Owner,Review date',
      `Notes signed unread,Patient safety,4 x 4,,,1 x 4,Mitigate,Ambient scribe,,,${officer.email},2026-01-15`,
      'Vendor goes under,Operations,,2,5,,Tolerate,AI-001,Acme Inc.,Downtown; Northside,,',
      'Nobody looked,Bias,,,,,TBD,,,,,',
    ].join('\n')
    const { rows } = await driver.bringIn(officer, file)
    expect(countsOf(rows)).toEqual({ create: 3 })
    expect(await found('Notes signed unread')).toMatchObject({
      ...{ currentScore: 16, targetLikelihood: 1, category: 'clinical-safety', treatment: 'reduce' },
      ...{ ownerId: officer.personId, reviewedOn: '2026-01-15', systems: [{ ref: 'AI-001' }] },
      past: [{ currentLikelihood: 4, isOpen: true }],
    })
    expect(await found('Vendor goes under')).toMatchObject({
      ...{ currentLikelihood: 2, currentImpact: 5, vendors: [{ name: 'Acme' }], treatment: 'accept' },
      sites: [{ name: 'Downtown' }, { name: 'Northside' }],
      // To accept a risk takes an owner of the practice: a file only says what is intended.
      ...{ acceptance: 'none', acceptedUntil: null },
    })
    expect(await found('Nobody looked')).toMatchObject({ currentScore: null, scoredOn: null, past: [] })
  })

  it('says what is wrong with a score, row by row', async () => {
    const { rows } = await driver.check(
      officer,
      [
        'Risk,Category,Current score,Current likelihood,Current impact,Closed on',
        'One,Privacy,20,,,',
        'Two,Privacy,,3,,',
        'Three,Privacy,,7,1,',
        'Four,Privacy,2 x 3,2,4,',
        'Five,Privacy,2 x 3,2,3,',
        'Six,,2 x 3,,,',
        'Seven,Privacy,2 x 3,,,2026-01-01',
      ].join('\n'),
    )
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ['error', expect.stringContaining('“20” is no score. Write it as 4 x 5.')],
      ['error', expect.stringContaining('likelihood and impact are given together or not at all')],
      ['error', expect.stringContaining('Choose from 1 to 5.')],
      ['error', expect.stringContaining('says something else than the columns with the single numbers')],
      ['create', expect.anything()],
      ['error', expect.stringContaining('Category is missing')],
      ['error', expect.stringContaining('say why it was closed')],
    ])
  })

  it('changes a score by either of its columns, leaves an entry in the history, and is undone with another', async () => {
    const { ref, id } = await found('Notes signed unread')
    const { id: batch } = await driver.bringIn(
      officer,
      `Reference,Risk,Current likelihood\n${ref},Notes signed unread,2`,
    )
    expect(await riskDetail(officer, id)).toMatchObject({ currentScore: 8, past: [{}, {}] })
    valueOf(await imports.undo(officer, { id: batch }))
    const after = await riskDetail(officer, id)
    expect(after).toMatchObject({ currentScore: 16 })
    expect(after.past.map(({ currentLikelihood }) => currentLikelihood)).toEqual([4, 2, 4])
  })

  it('closes what the file says is closed, and its duties end', async () => {
    const { ref, id } = await found('Vendor goes under')
    await driver.bringIn(
      officer,
      `Reference,Risk,Closed on,Why it was closed\n${ref},Vendor goes under,2026-02-01,Contract ended`,
    )
    const risk = await riskDetail(officer, id)
    expect(risk).toMatchObject({ closedOn: '2026-02-01', duties: [] })
    expect(risk.past[0]).toMatchObject({ isOpen: false })
  })

  it('ties controls, requirements and actions, changes them, and takes them back', async () => {
    const control = await addControl(officer)
    const header = 'Risk,Category,Controls,Mapped to,Action plan'
    const file = `${header}\nNotes go astray,Privacy,CTL-001,"GOVERN 6.1; 45 CFR 164.312(d)","Sample ten notes | due 2026-01-31 | by ${officer.email}"`
    await driver.bringIn(officer, file)
    const { id, ref } = await found('Notes go astray')
    const before = await riskDetail(officer, id)
    expect(before).toMatchObject({
      ...{ controls: [{ id: control }], requirementWords: ['164.312(d)', 'GOVERN 6.1'] },
      ...{ steps: [{ title: 'Sample ten notes', ownerId: officer.personId }], nextDueOn: '2026-01-31' },
    })
    const change = (actions: string) =>
      `Reference,${header}\n${ref},Notes go astray,Privacy,,MAP 1.1,"${actions}"`
    const missing = await driver.check(officer, change('Another one | due 2027-03-01'))
    expect(missing.rows[0]?.reason).toContain('“Sample ten notes” is still to be done and not in the file.')
    const { id: batch } = await driver.bringIn(
      officer,
      change(
        'Sample ten notes | due 2026-01-31 | done 2026-11-20: Ten were right\nAnother one | due 2027-03-01',
      ),
    )
    const after = await riskDetail(officer, id)
    expect(after).toMatchObject({
      ...{ controls: [{ id: control }], requirements: ['nist-ai-rmf:MAP 1.1'] },
      steps: [
        { id: before.steps[0]?.id, doneOn: '2026-11-20', ownerId: null },
        { title: 'Another one', doneOn: null },
      ],
    })
    expect(after.duties.map(({ title }) => title)).toContain('Against a risk: Another one')
    valueOf(await imports.undo(officer, { id: batch }))
    const undone = await riskDetail(officer, id)
    expect(undone).toMatchObject({
      requirementWords: before.requirementWords,
      steps: [before.steps[0], { title: 'Another one', dropped: true }],
    })
    expect(undone.steps[1]?.outcome).toContain('by undoing the import')
  })

  it('accepts nothing, and says so of whatever differs from what an owner said', async () => {
    const { id, ref } = await found('Notes signed unread')
    const { version } = await riskDetail(officer, id)
    const owner = await practice.actor('owner')
    valueOf(await acceptRisk(owner, { id, version, until: inDays(90), reason: 'Until the new release' }))
    const header = 'Reference,Risk,Category,Accepted by,Accepted on,Accepted until,Why it was accepted'
    const said = `${ref},Notes signed unread,Clinical safety,${owner.name},${inDays(0)}`
    const { rows } = await driver.check(
      officer,
      [
        header,
        `${said},${inDays(90)},Until the new release`,
        `,Vendor goes under again,Operational,${owner.name},${inDays(0)},${inDays(90)},For now`,
        ',Nobody looked again,Bias,,,,',
      ].join('\n'),
    )
    expect(rows.map(({ action }) => action)).toEqual(['skip', 'error', 'create'])
    expect(rows[1]?.reason).toContain('Only an owner of the practice accepts a risk, on its page.')
    const longer = await driver.check(officer, `${header}\n${said},${inDays(200)},Until the new release`)
    expect(countsOf(longer.rows)).toEqual({ error: 1 })
    expect(longer.rows[0]?.reason).toContain('Accepted until: a file cannot accept a risk.')
    const cleared = await driver.check(officer, `${header}\n${ref},Notes signed unread,Clinical safety,,,,`, {
      emptyClears: true,
    })
    expect(cleared.rows).toMatchObject([{ action: 'skip' }])
  })

  it('keeps the day of a score that the file tells, and gives it back with an undo', async () => {
    const file =
      'Risk,Category,Current score,Last scored\nDrifts,Bias,2 x 3,2026-03-01\nDrifts away,Bias,,2026-03-01'
    const { rows } = await driver.check(officer, file)
    expect(rows[1]?.reason).toContain('Last scored: a risk without a score has no day')
    await driver.bringIn(officer, file)
    const { ref, id, scoredOn } = await found('Drifts')
    expect(scoredOn).toBe('2026-03-01')
    const { id: batch } = await driver.bringIn(officer, `Reference,Risk,Current score\n${ref},Drifts,3 x 3`)
    expect(await riskDetail(officer, id)).toMatchObject({ scoredOn: inDays(0) })
    valueOf(await imports.undo(officer, { id: batch }))
    expect(await riskDetail(officer, id)).toMatchObject({ scoredOn: '2026-03-01', currentScore: 6 })
  })
})
