'use server'

import { redirect } from 'next/navigation'
import { formObject } from '#lib/base/form-data'
import { saveDraft } from '#lib/courses/lesson-commands'
import { removePackage } from '#lib/courses/package-commands'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { refusedDecision } from './conflict.ts'

/** Keeps what is written of a lesson, does what its button says besides, and comes back to where that was. */
export async function saveDraftAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('course.edit')
  const { then, ...input } = formObject(form)
  const result = await saveDraft(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id, added, hasLanguage } = result.value
  const language = hasLanguage && input.language === 'es' ? 'es' : 'en'
  const deed = typeof input.deed === 'string' ? input.deed : ''
  const editor = `/courses/${id}/lesson?language=${language}`
  if (deed === '')
    return leaveWith(
      'Saved. It is not published yet.',
      then === 'preview' ? `/courses/${id}/preview?language=${language}` : editor,
    )
  const [what = '', at = ''] = deed.split(':')
  const place = what === 'add-question' ? added : what === 'remove-question' ? null : at.split('.')[0]
  redirect(place ? `${editor}#question-${place}` : `${editor}#questions`)
}

/** Takes the package out of what is written, and comes back to where one is added. */
export async function removePackageAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('course.edit')
  const input = formObject(form)
  const result = await removePackage(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  const language = input.language === 'es' ? 'es' : 'en'
  return leaveWith(
    'Taken out of the draft. It stays among the files of the course.',
    `/courses/${result.value.id}/package?language=${language}`,
  )
}
