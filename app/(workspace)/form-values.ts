import type { FormState } from '#components/form/action-form'
import type { Result } from '#lib/kernel/command'

/** What stands in a form, by field name; several values where several boxes share a name. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/** A form's state after a refusal: the messages, and what was entered, so that nothing is lost without script either. */
export interface EntryState extends FormState {
  values?: FormValues | undefined
}

/** What was entered, without files and the framework's own fields. */
export function enteredValues(form: FormData): FormValues {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form.entries())
    if (typeof value === 'string' && !name.startsWith('$')) (values[name] ??= []).push(value)
  return values
}

/** The one value of a field; '' when it was not on the form. */
export function textIn(values: FormValues, name: string): string {
  return values[name]?.at(-1) ?? ''
}

/** All values of a field with boxes. The empty value only says that the field was on the form. */
export function listIn(values: FormValues, name: string): string[] {
  return (values[name] ?? []).filter((value) => value !== '')
}

/** A refusal as the state of the form that it answers. */
export function refusedEntry(result: Result<unknown> & { ok: false }, form: FormData): EntryState {
  return { message: result.message, fields: result.fields, values: enteredValues(form) }
}

/** The key of the draft that a form keeps; '' when it keeps none. */
export function draftKeyOf(form: FormData): string {
  const key = form.get('$draft')
  return typeof key === 'string' ? key : ''
}
