'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { now } from '#lib/platform/clock'
import { clientAddressIn } from '#lib/platform/front-door'
import { goneRefusal, saveAnswer, submitAnswers } from '#lib/questionnaires/guest'
import { admit, tooMany } from '#lib/questionnaires/guest-limits'

const bare = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * Ends the form: saves what a browser without script has not saved yet, and signs when that is asked for. A browser with
 * script has saved every answer by then and says so, so that a tab left open puts nothing old in place of something newer.
 */
export async function finishForm(token: string, _: FormState, form: FormData): Promise<FormState> {
  const { ok, wasKnown } = await admit(token, clientAddressIn(await headers()), now())
  if (!ok) return { message: tooMany }
  const sent = formObject(form)
  const page = `/questionnaire/${encodeURIComponent(token)}`
  if (sent['saved'] !== 'yes') {
    const fields: Record<string, string> = {}
    const [value, note, confirmed] = [bare(sent['value']), bare(sent['note']), bare(sent['confirmed'])]
    for (const question of Object.keys(note).slice(0, 200)) {
      const answer = {
        question,
        value: textOf(value[question]),
        note: textOf(note[question]),
        confirmed: confirmed[question] === 'yes',
      }
      const saved = await saveAnswer(token, answer, now())
      if (!saved.ok && saved.code !== 'invalid') return redirect(page)
      if (!saved.ok) fields[`value.${question}`] = saved.message
    }
    if (Object.keys(fields).length > 0) return { message: 'Please check the marked fields.', fields }
  }
  if (sent['intent'] === 'save') return redirect(page)
  const { name, title, stated } = sent
  const result = await submitAnswers(token, { name, title, stated }, now())
  if (!result.ok && result.code === 'gone') return { message: goneRefusal.message }
  await wasKnown()
  if (!result.ok && result.code === 'invalid') return { message: result.message, fields: result.fields }
  return redirect(page)
}
