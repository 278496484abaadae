import { describe, expect, it } from 'vitest'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { siteOptions } from './directory.ts'
import { closeSite, createSite, editSite, reopenSite } from './sites-commands.ts'
import { getSite, listSites, practiceStates } from './sites-queries.ts'

const database = useTestDatabase()

describe('sites', () => {
  it('bring the law of their states along, whatever the practice says of itself, until they close', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const { id } = valueOf(await createSite(officer, { name: 'Across the border', state: 'TX' }))
    expect(await practiceStates(officer)).toEqual(['IL', 'TX'])
    valueOf(await closeSite(officer, { id, version: 1, reason: 'Moved away' }))
    expect(await practiceStates(officer)).toEqual(['IL'])
  })

  it('are added, renamed, closed and opened again, with numbers and a history', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const { id } = valueOf(await createSite(officer, { name: ' East  End ', state: 'WI' }))
    expect(await createSite(officer, { name: 'EAST END', state: 'WI' })).toMatchObject({
      fields: { name: 'There is a site of this name already.' },
    })
    expect(await createSite(officer, { name: 'West', state: 'XX' })).toMatchObject({
      fields: { state: 'Choose a state.' },
    })
    valueOf(await editSite(officer, { id, version: 1, name: 'East', state: 'IL' }))
    expect(await editSite(officer, { id, version: 1, name: 'Stale', state: 'IL' })).toMatchObject({
      code: 'conflict',
    })
    await practice.actor('site-lead', [id])
    expect(await getSite(officer, id)).toMatchObject({
      name: 'East',
      people: 1,
      systems: 0,
      roles: 1,
      closed: false,
    })

    valueOf(await closeSite(officer, { id, version: 2, reason: 'The lease ended.' }))
    const { sites, everywhere } = await listSites(officer)
    expect(everywhere).toEqual({ people: 0, systems: 0 })
    await database.owner.query('DELETE FROM "PersonSite" WHERE "personId" = $1', [officer.personId])
    expect((await listSites(officer)).everywhere).toEqual({ people: 1, systems: 0 })
    expect(sites.map(({ name, closed }) => [name, closed])).toEqual([
      ['Downtown', false],
      ['Northside', false],
      ['East', true],
    ])
    expect((await siteOptions(officer)).map(({ label }) => label)).toEqual(['Downtown', 'Northside'])
    expect((await siteOptions(officer, { keep: [id] })).map(({ label }) => label)).toEqual([
      'Downtown',
      'East',
      'Northside',
    ])
    expect(await closeSite(officer, { id, version: 3, reason: 'Twice.' })).toMatchObject({ code: 'conflict' })
    expect(await createSite(officer, { name: 'east', state: 'IL' })).toMatchObject({
      fields: { name: 'A closed site has this name. Open it again instead.' },
    })
    valueOf(await reopenSite(officer, { id }))
    expect(await reopenSite(officer, { id })).toMatchObject({ code: 'conflict' })
    expect((await getSite(officer, id))?.history.map(({ sentence, reason }) => [sentence, reason])).toEqual([
      ['Opened the site again', null],
      ['Closed the site', 'The lease ended.'],
      ['Renamed it from “East End” to “East”; moved it from Wisconsin to Illinois', null],
      ['Added the site East End in Wisconsin', null],
    ])
  })

  it('are kept by those who may, at their sites', async () => {
    const practice = await createPractice(database.owner)
    const stranger = await (await createPractice(database.owner)).actor('officer')
    const itAtA = await practice.actor('it', [practice.siteA])
    const edit = { id: practice.siteB, version: 1, name: 'Mine', state: 'IL' }
    expect(await editSite(stranger, edit)).toMatchObject({ code: 'not-found' })
    expect(await editSite(itAtA, edit)).toMatchObject({ code: 'forbidden' })
    expect(await createSite(itAtA, { name: 'Mine', state: 'IL' })).toMatchObject({ code: 'forbidden' })
    expect(await getSite(itAtA, practice.siteB)).toBeNull()
    expect(await getSite(stranger, practice.siteB)).toBeNull()
    valueOf(await editSite(itAtA, { ...edit, id: practice.siteA }))
    for (const role of ['staff', 'auditor', 'site-lead'] as const) {
      const actor = await practice.actor(role)
      expect(await editSite(actor, edit)).toMatchObject({ code: 'forbidden' })
      expect(await getSite(actor, practice.siteA)).toBeNull()
    }
  })
})
