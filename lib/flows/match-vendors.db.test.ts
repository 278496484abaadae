import { describe, expect, it } from 'vitest'
import { createSystem, duplicateSystem, editSystem } from '#lib/ai-systems/commands'
import type { Actor } from '#lib/kernel/access'
import { registry } from '#lib/registry'
import { detail, facts } from '#lib/testing/ai-systems'
import { importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorDetail, vendorFacts } from '#lib/testing/vendors'
import { createVendor } from '#lib/vendors/commands'
import { countUnmatched, matchVendors, previewMatch, unmatchedPage } from './match-vendors.ts'
import { systemsOfVendor } from './vendor-systems.ts'

const database = useTestDatabase()

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const add = async (name: string, vendorName: string, siteIds: string[] = []) =>
    valueOf(await createSystem(officer, { ...facts, name, vendorName, siteIds })).id
  const quillwell = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Quillwell Health, Inc.' }))
  return { practice, officer, add, quillwell }
}

/** Previews the choices and applies what was previewed. */
async function match(officer: Actor, choices: Record<string, { text: string; to: string; ref?: string }>) {
  const preview = await previewMatch(officer, { choices })
  return { preview, result: await matchVendors(officer, { choices, fingerprint: preview.fingerprint }) }
}

describe('vendor texts of AI systems', () => {
  it('are gathered whatever their capitals, with the vendor that they surely mean', async () => {
    const { officer, add, quillwell } = await setUp()
    await add('Scribe', 'Quillwell Health')
    await add('Letters', 'quillwell  health')
    await add('Chat', 'Harborlight')
    await add('Own tool', '')
    const { texts, total } = await unmatchedPage(officer, 1)
    expect(total).toBe(2)
    expect(texts.map(({ text, sure, systems }) => [text, sure, systems.length])).toEqual([
      ['Quillwell Health', quillwell.id, 2],
      ['Harborlight', null, 1],
    ])
  })

  it('become links and new vendors in one step, as the preview said, with an event for each', async () => {
    const { officer, add, quillwell } = await setUp()
    const [scribe, chat, left] = [
      await add('Scribe', 'Quillwell Health'),
      await add('Chat', 'Harborlight'),
      await add('Forecast', 'Elsewhere'),
    ]
    const { preview, result } = await match(officer, {
      0: { text: 'Quillwell Health', to: quillwell.id },
      1: { text: 'Harborlight', to: 'new' },
      2: { text: 'Elsewhere', to: 'leave' },
    })
    expect(preview.says).toEqual([
      'AI-001 Scribe: linked to V-001 Quillwell Health, Inc.; the AI system goes on saying “Quillwell Health”.',
      'A new vendor “Harborlight” is added, and linked to AI-002 Chat.',
    ])
    expect(valueOf(result)).toEqual({ systems: 2, vendors: 1 })
    const linked = await detail(officer, scribe)
    expect(linked).toMatchObject({ vendorName: 'Quillwell Health', vendor: { id: quillwell.id }, version: 2 })
    expect(linked.history[0]?.sentence).toBe('Linked it to the vendor V-001 Quillwell Health, Inc.')
    const made = (await detail(officer, chat)).vendor
    expect(made).toMatchObject({ ref: 'V-002', name: 'Harborlight' })
    const vendor = await vendorDetail(officer, made?.id ?? '')
    expect(vendor.history[0]?.sentence).toBe('Added V-002 Harborlight to the register, as AI systems name it')
    expect(vendor.duties.map(({ key }) => key)).toEqual(['yearly-review'])
    expect((await detail(officer, left)).vendor).toBeNull()
    expect(await countUnmatched(officer)).toBe(1)
    expect(await systemsOfVendor(officer, quillwell.id)).toMatchObject([{ name: 'Scribe' }])
  })

  it('are not matched when anything has changed since the preview', async () => {
    const { officer, add, quillwell } = await setUp()
    await add('Scribe', 'Quillwell Health')
    const choices = { 0: { text: 'Quillwell Health', to: quillwell.id } }
    const { fingerprint } = await previewMatch(officer, { choices })
    const late = await add('Letters', 'Quillwell Health')
    expect(await matchVendors(officer, { choices, fingerprint })).toMatchObject({ code: 'conflict' })
    expect((await detail(officer, late)).vendor).toBeNull()
  })

  it('find a vendor by its reference, and say when there is none', async () => {
    const { officer, add, quillwell } = await setUp()
    const id = await add('Scribe', 'QW')
    const { preview } = await match(officer, { 0: { text: 'QW', to: 'leave', ref: 'V-099' } })
    expect(preview.problems).toEqual({ 'choices.0.ref': 'There is no vendor V-099.' })
    valueOf((await match(officer, { 0: { text: 'QW', to: 'leave', ref: 'v-001' } })).result)
    expect((await detail(officer, id)).vendor?.id).toBe(quillwell.id)
  })

  it('are matched only by those who keep both registers for the whole practice', async () => {
    const { practice, officer, add, quillwell } = await setUp()
    await add('Scribe', 'Quillwell Health')
    const choices = { 0: { text: 'Quillwell Health', to: quillwell.id } }
    const { fingerprint } = await previewMatch(officer, { choices })
    const somewhere = await practice.actor('it', [practice.siteA])
    expect(await countUnmatched(somewhere)).toBe(0)
    expect(await previewMatch(somewhere, { choices })).toMatchObject({ says: [] })
    expect(await matchVendors(somewhere, { choices, fingerprint })).toMatchObject({ code: 'forbidden' })
  })
})

describe('the link of an AI system', () => {
  it('is copied with it, ends when another name is written, and shows only what the reader may see', async () => {
    const { practice, officer, add, quillwell } = await setUp()
    const id = await add('Scribe', 'Quillwell Health', [practice.siteA])
    valueOf((await match(officer, { 0: { text: 'Quillwell Health', to: quillwell.id } })).result)
    const copy = valueOf(await duplicateSystem(officer, { id }))
    expect((await detail(officer, copy.id)).vendor?.id).toBe(quillwell.id)
    const elsewhere = await practice.actor('site-lead', [practice.siteB])
    expect(await systemsOfVendor(elsewhere, quillwell.id)).toEqual([])
    const edit = { ...facts, id, siteIds: [practice.siteA], name: 'Scribe' }
    valueOf(await editSystem(officer, { ...edit, version: 2, vendorName: 'Quillwell Health' }))
    expect((await detail(officer, id)).vendor?.id).toBe(quillwell.id)
    valueOf(await editSystem(officer, { ...edit, version: 3, vendorName: 'Somebody else' }))
    expect((await detail(officer, id)).vendor).toBeNull()
  })

  it('ends when a file writes another name, and the undo brings it back', async () => {
    const { officer, add, quillwell } = await setUp()
    const id = await add('Scribe', 'Quillwell Health')
    valueOf((await match(officer, { 0: { text: 'Quillwell Health', to: quillwell.id } })).result)
    const { imports } = registry['ai-system']
    const { bringIn } = importDriver(imports, () => database.owner)
    await bringIn(officer, 'Name,Purpose\nScribe,Something new')
    expect((await detail(officer, id)).vendor?.id).toBe(quillwell.id)
    const batch = await bringIn(officer, 'Name,Vendor\nScribe,Somebody else')
    expect((await detail(officer, id)).vendor).toBeNull()
    valueOf(await imports.undo(officer, { id: batch.id }))
    expect(await detail(officer, id)).toMatchObject({
      vendorName: 'Quillwell Health',
      vendor: { id: quillwell.id },
    })
  })
})
