import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CheckedFile } from '#lib/evidence/checked-file'
import type { Actor } from '#lib/kernel/access'
import { closeSpools, spooled } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { signFacts } from '#lib/testing/training'
import { type TakeIds, takeIds } from '#lib/testing/training-take'
import { attestationOf } from '#lib/training/attestation'
import { signTraining } from '#lib/training/take-commands'
import {
  addCertificate,
  ownCertificate,
  signOwn,
  signWithCertificate,
  takeCertificate,
} from './outside-certificate.ts'

const database = useTestDatabase()
let officer: Actor
let other: Actor
let ids: TakeIds

beforeAll(async () => {
  const practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  other = await practice.actor('staff', [practice.siteA])
  const { siteA: siteId } = practice
  ids = await takeIds(database.owner, officer, { siteId, personId: other.personId })
})
afterAll(closeSpools)

const facts = () => signFacts(officer, ids.outsideId, ids.versionId)
const signatures = async () =>
  (await database.owner.query<{ content: string }>('SELECT content FROM "Attestation"')).rows

describe('a course held elsewhere', () => {
  it('cannot be signed without its certificate, by any way', async () => {
    for (const sign of [signOwn, signWithCertificate, signTraining])
      expect(await sign(officer, facts())).toMatchObject({ ok: false, code: 'conflict' })
    expect(await signatures()).toEqual([])
  })

  it('takes a certificate that is what it says it is, from the person alone', async () => {
    const from = (bytes: Uint8Array, fileName: string) => async (who: Actor) =>
      takeCertificate(who, ids.outsideId, { spool: await spooled(bytes), fileName })
    expect(await from(Buffer.from('no picture'), 'certificate.pdf')(officer)).toMatchObject({ ok: false })
    expect(await from(Buffer.from('plain words\n'), 'certificate.txt')(officer)).toMatchObject({ ok: false })
    expect(await from(pdfFile('one'), 'certificate.pdf')(other)).toMatchObject({ code: 'not-found' })
    const file = new CheckedFile(await spooled(pdfFile('one')), 'one.pdf', 'pdf', 'not-scanned')
    expect(await addCertificate(other, { id: ids.outsideId, file })).toMatchObject({ code: 'not-found' })
    expect(await ownCertificate(officer, ids.outsideId)).toBeNull()
    valueOf(await from(pdfFile('one'), 'certificate.pdf')(officer))
    expect(await ownCertificate(officer, ids.outsideId)).toEqual({ fileName: 'certificate.pdf' })
  })

  it('is signed with it then, once', async () => {
    const [one, two] = [valueOf(await signOwn(officer, facts())), valueOf(await signOwn(officer, facts()))]
    expect(two).toMatchObject({ attestationId: one.attestationId, again: true })
    expect((await signatures()).map(({ content }) => attestationOf(content).method)).toEqual(['certificate'])
  })
})
