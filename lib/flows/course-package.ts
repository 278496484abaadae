import { z } from 'zod'
import { sizeInWords } from '#lib/base/bytes'
import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { type ReadPackage, readPackage } from '#lib/base/scorm/read-package'
import { PackageError, type PackageSource } from '#lib/base/scorm/zip-index'
import { keepInDraft, lockForPackage, packagePlace } from '#lib/courses/package-commands'
import { courseKind } from '#lib/courses/schema'
import { recordOf } from '#lib/courses/store'
import { CheckedFile, checkFile, type Infected } from '#lib/evidence/checked-file'
import { inTurn } from '#lib/evidence/in-turn'
import { mostFiles } from '#lib/evidence/queries'
import { storeContent } from '#lib/evidence/store'
import type { Actor } from '#lib/kernel/access'
import { defineCommand, type Result } from '#lib/kernel/command'
import { conflict, invalid, Refusal } from '#lib/kernel/errors'
import { languageNames } from '#lib/law/lessons/lesson'
import type { Spool } from '#lib/platform/spool'

// A SCORM package of a lesson: looked at before a byte of it is kept, kept as a file on the course, and named by its hash in the
// text that is published.

/** Long enough for the largest file that can be allowed. */
const STORE_MS = 5 * 60_000

/** What a package is; refuses in plain words what cannot be played. */
async function look(source: PackageSource, whole: boolean): Promise<ReadPackage> {
  try {
    return await readPackage(source, whole)
  } catch (error) {
    throw error instanceof PackageError ? invalid(error.message, { file: error.message }) : error
  }
}

/** Keeps a package that was checked, and puts it into the draft of a lesson. */
export const addPackage = defineCommand({
  name: 'course.package',
  permission: 'course.edit',
  input: packagePlace.extend({ file: z.instanceof(CheckedFile) }),
  timeoutMs: STORE_MS,
  run: async (context, { language, file, ...place }) => {
    const { tx, actor, now, today } = context
    const course = await lockForPackage(context, place)
    if (file.type !== 'scorm') throw conflict('A package is a zip.')
    const { title, version, launch, mastery } = await look(file.spool, false)
    const onCourse = { recordKind: courseKind, recordId: course.id, withdrawnAt: null }
    if ((await tx.evidence.count({ where: onCourse })) >= mostFiles)
      throw conflict(`This course has ${mostFiles} files. Withdraw one that no longer counts first.`)
    const id = newId(now.getTime())
    const contentId = await storeContent(context, file.spool)
    await tx.evidence.create({
      data: {
        ...{ id, practiceId: actor.practiceId, recordKind: courseKind, recordId: course.id, contentId },
        ...{ fileName: file.fileName, type: file.type, scan: file.scan, title: title.slice(0, 200) },
        ...{ addedOn: dateOf(today), addedAt: now, addedById: actor.personId, addedByName: actor.name },
      },
    })
    const { sha256, size } = file.spool
    const { fileName } = file
    await keepInDraft(context, course, language, {
      ...{ id, contentId, sha256, size, fileName, title, version, launch, mastery },
    })
    return {
      value: { id: course.id, title, version },
      events: [
        {
          sentence: `Put the package “${title}” (${fileName}, SCORM ${version}, ${sizeInWords(size)}, SHA-256 ${sha256}) into the draft in ${languageNames[language]}`,
          record: recordOf(course),
        },
      ],
    }
  },
})

/** Looks at a package that has arrived, and keeps it. The caller closes the spool. */
export async function takePackage(
  actor: Actor,
  place: { id: string; version: string; language: string },
  { spool, fileName }: { spool: Spool; fileName: string },
): Promise<Result<{ id: string; title: string; version: string }>> {
  const no = (message: string) => ({ ok: false as const, code: 'invalid' as const, message, fields: {} })
  let checked: CheckedFile | Infected
  try {
    checked = await inTurn(() =>
      checkFile(spool, fileName, async (_, name) => {
        if (!/\.zip$/i.test(name))
          throw invalid('A package is a file whose name ends in .zip. Choose it as it was exported.')
        await look(spool, true)
        return 'scorm'
      }),
    )
  } catch (error) {
    if (error instanceof Refusal) return no(error.message)
    throw error
  }
  if (!(checked instanceof CheckedFile))
    return no(`The virus scanner found ${checked.signature} in this package. It was not taken.`)
  const file = checked
  return inTurn(() => addPackage(actor, { ...place, file }))
}
