import { describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { evidence } from '#lib/registry'
import { sendFile } from '#lib/testing/evidence'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithVendor, vendorDetail, vendorFacts } from '#lib/testing/vendors'
import { vendorChain } from './chain-queries.ts'
import { createVendor } from './commands.ts'
import * as parts from './part-commands.ts'

const database = useTestDatabase()
const setUp = () => practiceWithVendor(database.owner)
const last = async (officer: Actor, id: string) => (await vendorDetail(officer, id)).history[0]?.sentence

describe('contacts of a vendor', () => {
  it('are added, changed and removed, each with its sentence', async () => {
    const { officer, id, seen } = await setUp()
    const contact = { name: 'Dana Ellis', about: 'Support', email: 'dana@acme.example', phone: '' }
    valueOf(await parts.saveContact(officer, { ...(await seen()), partId: '', ...contact }))
    expect(await last(officer, id)).toBe('Added the contact Dana Ellis (Support)')
    const [made] = (await vendorDetail(officer, id)).contacts
    const partId = made?.id ?? ''
    valueOf(await parts.saveContact(officer, { ...(await seen()), partId, ...contact, phone: '555 0100' }))
    expect((await vendorDetail(officer, id)).contacts).toMatchObject([
      { name: 'Dana Ellis', phone: '555 0100' },
    ])
    valueOf(await parts.removeContact(officer, { ...(await seen()), partId }))
    expect(await vendorDetail(officer, id)).toMatchObject({ contacts: [] })
    expect(await last(officer, id)).toBe('Removed the contact Dana Ellis')
  })

  it('of one vendor are not reached through another', async () => {
    const { officer, id, seen } = await setUp()
    const contact = { name: 'Dana Ellis', about: '', email: '', phone: '' }
    valueOf(await parts.saveContact(officer, { ...(await seen()), partId: '', ...contact }))
    const partId = (await vendorDetail(officer, id)).contacts[0]?.id ?? ''
    const other = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Other' }))
    const through = { id: other.id, version: 1, partId }
    expect(await parts.saveContact(officer, { ...through, ...contact })).toMatchObject({ code: 'not-found' })
    expect(await parts.removeContact(officer, through)).toMatchObject({ code: 'not-found' })
  })
})

describe('the chain of sub-processors', () => {
  async function chainOfThree() {
    const { officer, id, seen } = await setUp()
    const add = async (name: string) => valueOf(await createVendor(officer, { ...vendorFacts, name })).id
    const [host, model] = [await add('Host'), await add('Model')]
    const versionOf = async (vendorId: string) => (await vendorDetail(officer, vendorId)).version
    const link = async (from: string, subProcessor: string) =>
      parts.saveLink(officer, {
        ...{ id: from, version: await versionOf(from), partId: '' },
        ...{ subProcessor, does: 'Runs it', patientData: 'yes' },
      })
    valueOf(await link(id, host))
    valueOf(await link(host, 'v-003'))
    return { officer, id, seen, host, model, link }
  }

  it('is drawn to its end, and each vendor says who uses it', async () => {
    const { officer, id, host, model } = await chainOfThree()
    const chain = await vendorChain(officer, id)
    expect(chain.behind).toMatchObject([
      { link: { subProcessorId: host }, behind: [{ link: { subProcessorId: model }, behind: [] }] },
    ])
    expect((await vendorChain(officer, model)).usedBy).toMatchObject([{ name: 'Host' }])
    expect(await last(officer, host)).toBe('Named V-003 Model as its sub-processor')
    expect((await vendorDetail(officer, model)).history[0]?.sentence).toBe(
      'Named as a sub-processor of V-002 Host',
    )
  })

  it('cannot lead back to where it starts, to itself, or name one twice; the refusal says why', async () => {
    const { officer, id, host, model, link } = await chainOfThree()
    expect(await link(model, id)).toMatchObject({
      fields: {
        subProcessor:
          'Model already stands behind Acme (Acme → Host → Model). A chain cannot lead back to where it starts.',
      },
    })
    expect(await link(id, id)).toMatchObject({
      fields: { subProcessor: 'A vendor does not stand behind itself.' },
    })
    expect(await link(id, host)).toMatchObject({ fields: { subProcessor: 'Host is named already.' } })
    expect(await link(id, 'V-099')).toMatchObject({ fields: { subProcessor: 'There is no vendor V-099.' } })
    expect((await vendorChain(officer, model)).behind).toEqual([])
  })

  it('closes no circle when two ends are tied at the same moment', async () => {
    const { officer, id } = await setUp()
    const other = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Other' })).id
    const tie = (from: string, subProcessor: string) =>
      parts.saveLink(officer, { id: from, version: 1, partId: '', subProcessor, does: '', patientData: 'no' })
    const both = await Promise.all([tie(id, other), tie(other, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('loses a link that is taken off', async () => {
    const { officer, id, seen } = await chainOfThree()
    const partId = (await vendorChain(officer, id)).behind[0]?.link.id
    valueOf(await parts.removeLink(officer, { ...(await seen()), partId }))
    expect((await vendorChain(officer, id)).behind).toEqual([])
    expect(await last(officer, id)).toBe('Took V-002 Host off its sub-processors')
  })
})

describe('certificates of a vendor', () => {
  it('become a duty by the day they end, done when the next one is entered', async () => {
    const { officer, id, seen } = await setUp()
    const today = todayFor(officer)
    const save = async (change: object) =>
      parts.saveCertificate(officer, {
        ...{ ...(await seen()), partId: '', kind: 'soc2-type2', scope: 'Cloud' },
        ...{ issuedOn: addDays(today, -300), validUntil: addDays(today, 65) },
        ...change,
      })
    valueOf(await save({}))
    const vendor = await vendorDetail(officer, id)
    const partId = vendor.certificates[0]?.id ?? ''
    expect(vendor.duties).toContainEqual(
      expect.objectContaining({ key: `certificate:${partId}`, dueOn: addDays(today, 65) }),
    )
    valueOf(await save({ partId, issuedOn: today, validUntil: addDays(today, 365) }))
    const obligations = await read(officer, (tx) =>
      tx.obligation.findMany({
        where: { recordId: id, key: `certificate:${partId}` },
        select: { state: true },
        orderBy: { dueOn: 'asc' },
      }),
    )
    expect(obligations).toEqual([{ state: 'done' }, { state: 'open' }])
    expect(await save({ issuedOn: addDays(today, 1) })).toMatchObject({
      fields: { issuedOn: 'This day has not come yet.' },
    })
    expect(await save({ validUntil: addDays(today, -400) })).toMatchObject({
      fields: { validUntil: 'It ends before it was issued.' },
    })
    expect(await save({ kind: 'other', scope: '' })).toMatchObject({ code: 'invalid' })
    valueOf(await parts.removeCertificate(officer, { ...(await seen()), partId }))
    const { certificates, duties } = await vendorDetail(officer, id)
    expect(certificates).toEqual([])
    expect(duties.map(({ key }) => key)).toEqual(['determination', 'yearly-review'])
  })

  it('name a file on the same vendor that shows them, and none of another record', async () => {
    const [{ officer, id, seen }, other] = [await setUp(), await setUp()]
    const sibling = valueOf(await createVendor(officer, { ...vendorFacts, name: 'Sibling' })).id
    const file = async (actor: Actor, vendorId: string) =>
      valueOf(await sendFile(actor, vendorId, Buffer.from('A report'), { kind: 'vendor', name: 'a.txt' })).id
    const [own, ofSibling, foreign] = [
      await file(officer, id),
      await file(officer, sibling),
      await file(other.officer, other.id),
    ]
    const save = async (evidenceId: string, partId = '') =>
      parts.saveCertificate(officer, {
        ...{ ...(await seen()), partId, kind: 'soc2-type2', scope: 'Cloud', issuedOn: '', validUntil: '' },
        evidenceId,
      })
    for (const wrong of [ofSibling, foreign, id])
      expect(await save(wrong)).toMatchObject({
        fields: { evidenceId: 'Choose one of the files on this vendor.' },
      })
    valueOf(await save(own))
    expect(await last(officer, id)).toBe(
      'Noted the certificate SOC 2 type 2 (Cloud), shown by the file “SOC 2 report”',
    )
    const certificate = async () => (await vendorDetail(officer, id)).certificates[0]
    const partId = (await certificate())?.id ?? ''
    expect((await certificate())?.evidence).toEqual({ id: own, title: 'SOC 2 report', isWithdrawn: false })
    valueOf(await evidence.commands.withdraw(officer, { id: own, reason: 'Of another product' }))
    // What it names already it may go on naming; anew a withdrawn file cannot be chosen.
    valueOf(await save(own, partId))
    expect((await certificate())?.evidence?.isWithdrawn).toBe(true)
    expect(await save(own)).toMatchObject({ code: 'invalid' })
    valueOf(await save('', partId))
    expect((await certificate())?.evidence).toBeNull()
  })
})
