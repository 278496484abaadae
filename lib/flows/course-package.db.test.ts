import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editCourse } from '#lib/courses/commands'
import { publishCourse } from '#lib/courses/lesson-commands'
import { courseLesson } from '#lib/courses/lesson-queries'
import { removePackage } from '#lib/courses/package-commands'
import { CheckedFile } from '#lib/evidence/checked-file'
import type { Actor } from '#lib/kernel/access'
import { contentOf, textHash } from '#lib/law/lessons/course-content'
import { evidence } from '#lib/registry'
import { packageCourse, packageTraining, sendPackage } from '#lib/testing/course-packages'
import { addCourse, courseDetail, courseFacts, publishNext, seenCourse } from '#lib/testing/courses'
import { closeSpools, spooled } from '#lib/testing/evidence'
import { doneState } from '#lib/testing/package-state'
import { packageOf } from '#lib/testing/packages'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { attestationOf } from '#lib/training/attestation'
import { keepPackage, notePackage } from '#lib/training/package-commands'
import { keptOfPackage } from '#lib/training/package-kept'
import { printSheets } from '#lib/training/paper-print'
import { signTraining } from '#lib/training/take-commands'
import { fromOwnPage } from '#lib/training/take-door'
import { addPackage, takePackage } from './course-package.ts'

const database = useTestDatabase()
const at = new Date()
let practice: TestPractice
let officer: Actor
let nurse: Actor

beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  nurse = await practice.actor('staff', [practice.siteA])
})
afterAll(closeSpools)

const assigned = (bytes?: Uint8Array) => packageTraining(database.owner, officer, nurse, bytes)

describe('a package of a course', () => {
  it('is part of the version that is sealed, by its hash', async () => {
    const bytes = packageOf({ title: 'Sealed', mastery: 80 })
    const { content, courseId } = await packageCourse(database.owner, officer, bytes)
    const sealed = contentOf(content)
    expect(sealed.texts.en.package).toMatchObject({
      ...{ title: 'Sealed', version: '1.2', launch: 'index.html', mastery: 80, fileName: 'phishing.zip' },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length },
    })
    const { package: _, ...plain } = sealed.texts.en
    expect(textHash(sealed, 'en')).not.toBe(textHash({ ...sealed, texts: { en: plain } }, 'en'))
    expect((await courseDetail(officer, courseId)).hasDraft).toBe(false)
  })

  it('makes another version when it is another one, and none when it is the same', async () => {
    const { courseId } = await packageCourse(database.owner, officer)
    valueOf(await sendPackage(officer, courseId, packageOf({ title: 'Another' })))
    expect((await courseDetail(officer, courseId)).hasDraft).toBe(true)
    valueOf(await removePackage(officer, { ...(await seenCourse(officer, courseId)), language: 'en' }))
    expect((await courseLesson(officer, courseId))?.texts.en.package).toBeUndefined()
    const again = await removePackage(officer, { ...(await seenCourse(officer, courseId)), language: 'en' })
    expect(refusalOf(again)).toContain('no package')
    expect(await publishNext(officer, courseId, 'Without it.')).toBe(2)
  })

  it('stays when the text beside it is written anew', async () => {
    const { courseId } = await packageCourse(database.owner, officer)
    await publishNext(officer, courseId, 'Said otherwise.')
    expect((await courseLesson(officer, courseId))?.last?.texts.en.package?.title).toBe('Phishing & you')
  })

  it('cannot be published in one language alone, nor when it was withdrawn', async () => {
    const id = await addCourse(officer)
    valueOf(await sendPackage(officer, id))
    valueOf(await sendPackage(officer, id, packageOf({ title: 'En español' }), { language: 'es' }))
    const seen = async () => seenCourse(officer, id)
    valueOf(await removePackage(officer, { ...(await seen()), language: 'en' }))
    expect(refusalOf(await publishCourse(officer, await seen()))).toContain('other language has a package')
    const file = (await courseLesson(officer, id))?.texts.es?.package?.id ?? ''
    valueOf(await evidence.commands.withdraw(officer, { id: file, reason: 'Out of date' }))
    expect(refusalOf(await publishCourse(officer, await seen()))).toContain('was withdrawn')
  })

  it('is refused in words, and nothing of it is kept', async () => {
    const id = await addCourse(officer)
    const { files } = (await courseLesson(officer, id)) ?? { files: [] }
    expect(refusalOf(await sendPackage(officer, id, Buffer.from('no zip')))).toContain('no zip')
    expect(refusalOf(await sendPackage(officer, id, packageOf(), { fileName: 'setup.exe' }))).toContain(
      '.zip',
    )
    expect((await courseLesson(officer, id))?.files).toEqual(files)
    expect(await courseLesson(nurse, id)).toBeNull()
    const place = { id, version: String((await seenCourse(officer, id)).version), language: 'en' }
    const sent = { spool: await spooled(packageOf()), fileName: 'a.zip' }
    expect(refusalOf(await takePackage(nurse, place, sent))).toMatch(/^forbidden/)
    const pdf = new CheckedFile(sent.spool, 'a.pdf', 'pdf', 'clean')
    expect(refusalOf(await addPackage(officer, { ...place, file: pdf }))).toContain('is a zip')
  })
})

describe('a training with a package', () => {
  it('is signed only once the package reported that it is done, and says what it reported', async () => {
    const { id, report, sign, sending, content } = await assigned()
    expect(refusalOf(await sign())).toContain('has not reported yet')
    const from = { address: '', userAgent: '' }
    expect(await fromOwnPage(nurse, { ...sending, what: 'sign' }, from, signTraining)).toEqual({
      ...{ ok: false, reason: 'package' },
    })
    expect(await report({ completion: 'incomplete', success: 'unknown' })).toEqual({
      ok: true,
      done: false,
      tooFew: false,
    })
    expect(await report({ raw: 40 })).toEqual({ ok: true, done: false, tooFew: true })
    expect(refusalOf(await sign())).toContain('has not reported yet')
    expect(await report()).toEqual({ ok: true, done: true, tooFew: false })
    // Opened once more, it begins anew; what it reported stands.
    expect(await report({ completion: 'incomplete', success: 'unknown', raw: null })).toMatchObject({
      done: true,
    })
    const { attestationId } = valueOf(await sign())
    const { rows } = await database.owner.query<{ content: string }>(
      'SELECT content FROM "Attestation" WHERE id = $1',
      [attestationId],
    )
    const played = contentOf(content).texts.en.package
    expect(attestationOf(rows[0]?.content ?? '').package).toEqual({
      ...{ completion: 'completed', success: 'passed', score: 90, reportedAt: expect.any(String) as string },
      ...{ sha256: played?.sha256, fileName: 'phishing.zip', title: 'Phishing & you', version: '1.2' },
    })
    const events = await database.owner.query<{ sentence: string }>(
      `SELECT sentence FROM "AuditEvent" WHERE "recordId" = $1 ORDER BY at`,
      [id],
    )
    const said = events.rows.map(({ sentence }) => sentence)
    expect(
      said.filter((one) => one.startsWith('The package of the lesson reported: passed, 90')),
    ).toHaveLength(1)
    expect(said.at(-1)).toContain('as the package reported: passed, 90 of 100 points')
  })

  it('goes on where somebody was, also after the text beside it changed', async () => {
    const { courseId, content, id, report, sign } = await assigned()
    await report()
    const played = contentOf(content).texts.en.package
    if (!played) throw new Error('no package')
    await publishNext(officer, courseId, 'A typo less.')
    expect((await keptOfPackage(nurse, id, played)).state).toEqual(doneState)
    expect((await keptOfPackage(nurse, id, { sha256: 'another' })).state).toBeNull()
    expect(await report()).toEqual({ ok: false, reason: 'changed' })
    expect(refusalOf(await sign())).toContain('was changed')
  })

  it('counts no more once the course asks for more points than it reported', async () => {
    const { courseId, id, report } = await assigned()
    await report()
    const seen = await seenCourse(officer, courseId)
    valueOf(await editCourse(officer, { ...courseFacts, passPercent: '95', ...seen }))
    await publishCourse(officer, { ...(await seenCourse(officer, courseId)), whatChanged: 'More points' })
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM "CourseVersion" WHERE "courseId" = $1 AND number = 2',
      [courseId],
    )
    const now = { id, versionId: rows[0]?.id, language: 'en', state: doneState }
    expect(await keepPackage(nurse, now, at)).toEqual({ ok: true, done: false, tooFew: true })
    const better = { ...now, state: { ...doneState, raw: 95 } }
    expect(await keepPackage(nurse, better, at)).toMatchObject({ done: true })
  })

  it('keeps as much as SCORM lets a package keep, and refuses what has another shape', async () => {
    const { report, id } = await assigned()
    const suspend = '"\\'.repeat(32_000)
    expect(await report({ suspend })).toMatchObject({ ok: true })
    expect(await report({ suspend: `${suspend}x` })).toEqual({ ok: false, reason: 'fault' })
    expect(await report({ raw: '90' })).toEqual({ ok: false, reason: 'fault' })
    const theirs = { id, versionId: '', language: 'en', state: doneState }
    expect(refusalOf(await notePackage(officer, theirs))).toMatch(/^not-found/)
    expect(await keepPackage(officer, theirs, at)).toEqual({
      ...{ ok: false, reason: 'gone' },
    })
  })

  it('is not signed on paper', async () => {
    const { campaignId } = await assigned()
    const printed = await printSheets(officer, { campaignId, siteId: 'all', language: 'en' })
    expect(refusalOf(printed)).toContain('plays a package')
  })
})
