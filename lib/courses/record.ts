import type { RecordKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { courseBearer } from './bearer.ts'
import * as commands from './commands.ts'
import { publishCourse, saveDraft } from './lesson-commands.ts'
import { takeStarters } from './library-commands.ts'
import { coursesForFile, getCourse, listCourses } from './queries.ts'
import { courseKind, coursePrefix } from './schema.ts'
import { settle } from './store.ts'
import { type CourseRow, courseTable } from './table.ts'

/** The register of courses as the rest of the house knows it. */
export const courseRecord: RecordKind<CourseRow, Prisma.CourseWhereInput> = {
  kind: courseKind,
  prefix: coursePrefix,
  table: courseTable,
  readPermission: 'course.read',
  href: (id) => `/courses/${id}`,
  list: listCourses,
  get: getCourse,
  bearer: courseBearer,
  exportPermission: 'course.export',
  rowsForFile: coursesForFile,
  commands: [
    commands.createCourse,
    commands.editCourse,
    commands.reviewCourse,
    commands.archiveCourse,
    commands.restoreCourse,
    saveDraft,
    publishCourse,
    takeStarters,
  ],
  duties: (context) => settle(context, {}),
}
