import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '#lib/base/sha256'
import { spoolOf } from '#lib/evidence/checked-file'
import { storeContent } from '#lib/evidence/store'
import { todayFor } from '#lib/kernel/today'
import { write } from '#lib/platform/db'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { fileOfTaking } from '#lib/training/take-queries'
import { openLessonFile, spanOf } from './lesson-file.ts'

const database = useTestDatabase()
const words = 'A film about what not to paste. '.repeat(CHUNK_BYTES / 16)
let made: training.TrainingPractice

beforeAll(async () => {
  made = await training.practiceWithCampaign(database.owner)
  const { officer } = made
  const spool = await spoolOf(Buffer.from(words))
  const contentId = await write(officer, (tx) =>
    storeContent(
      { tx, actor: officer, now: new Date(), today: todayFor(officer), correlationId: officer.personId },
      spool,
    ),
  )
  await spool.close()
  const file = { id: 'film', contentId, sha256: sha256Of(words), fileName: 'film.mp4', type: 'mp4' }
  const content = { ...training.smallCourse, number: 2, files: [file] }
  await training.publishCourse(database.owner, officer, content, made.courseId)
})

async function read(from: number, to: number): Promise<string> {
  const file = await fileOfTaking(made.nurse, made.assignmentId, 'film')
  const opened = file && (await openLessonFile(made.nurse, file))
  return opened ? new Response(opened.stream({ from, to })).text() : ''
}

describe('a file of a lesson', () => {
  it('is handed out whole, and in any part, across the pieces in which it is stored', async () => {
    expect(await read(0, words.length - 1)).toBe(words)
    for (const [from, to] of [
      [0, 0],
      [CHUNK_BYTES - 3, CHUNK_BYTES + 3],
      [CHUNK_BYTES, CHUNK_BYTES],
      [words.length - 1, words.length - 1],
    ] as const)
      expect(await read(from, to)).toBe(words.slice(from, to + 1))
  })

  it('is for the person who has to read it alone, and no other file of the practice is', async () => {
    expect(await fileOfTaking(made.officer, made.assignmentId, 'film')).toBeNull()
    expect(await fileOfTaking(made.nurse, made.assignmentId, 'other')).toBeNull()
    const file = await fileOfTaking(made.nurse, made.assignmentId, 'film')
    expect(file && (await openLessonFile(made.nurse, { ...file, sha256: sha256Of('x') }))).toBeNull()
    const stranger = await training.practiceWithCampaign(database.owner)
    expect(file && (await openLessonFile(stranger.nurse, file))).toBeNull()
  })
})

describe('what a player asks for', () => {
  it.each([
    [null, null],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=10-1000', { from: 10, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=20-10', 'none'],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
  ])('%s', (header, span) => {
    expect(spanOf(header, 100)).toEqual(span)
  })
})
