import { courseKind } from '#lib/courses/schema'
import { courseTable } from '#lib/courses/table'
import { columnsOf, type TableWords } from './column-words.ts'

/** The table of courses in words, as `tableWords` has them. */
export const courseWords: Readonly<Record<string, TableWords>> = {
  Course: {
    one: 'course',
    kind: courseKind,
    columns: columnsOf(
      courseTable,
      { owner: 'ownerId', backup: 'backupId', nextDue: 'nextDueOn' },
      {
        starter: { label: 'Made from the starter lesson' },
        draft: { label: 'What is being written' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
}
