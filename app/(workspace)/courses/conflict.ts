import { mergedState } from '#components/form/merge-refusal'
import { type CourseDetail, getCourse } from '#lib/courses/queries'
import { courseTable } from '#lib/courses/table'
import type { Actor } from '#lib/kernel/access'
import type { Cell } from '#lib/kernel/table'
import { personChoices } from '#lib/people/directory'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import type { CourseEntryState } from './course-form.tsx'
import { courseValues, namedIn } from './form-setup.ts'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getCourse(actor, String(id)))
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = {
  ownerId: 'owner',
  backupId: 'backup',
  'groups[]': 'groups',
}

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: CourseDetail, field: string) {
  const found = Object.entries(courseTable.fields).find(([key]) => key === (tableKeys[field] ?? field))?.[1]
  const cell = found?.cell(current)
  return { label: found?.label ?? field, text: inWords(cell) }
}

function inWords(cell: Cell | undefined): string {
  if (typeof cell === 'object' && cell !== null) return 'list' in cell ? cell.list.join(', ') : cell.day
  return cell === null || cell === undefined ? '' : String(cell)
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<CourseEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getCourse(actor, String(id)))
  if (!current) return plain
  const entered = enteredValues(form)
  const people = await personChoices(actor, {
    stored: [current.ownerId, current.backupId],
    entered: namedIn(entered),
  })
  const merged = mergedState(
    plain,
    form,
    entered,
    { version: current.version, answers: courseValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
