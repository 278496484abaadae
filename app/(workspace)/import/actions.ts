'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { type ImportedRegister, type ImportKind, importedRegistry, isImportKind } from '#lib/registry'
import { leaveWith } from '../leave-with.ts'

interface Addressed {
  kind: ImportKind
  register: ImportedRegister
  actor: Actor
  id: string
  page: string
  fields: Record<string, unknown>
}

/** The register and the upload that a form is about, and the person who sent it. */
async function addressed(form: FormData): Promise<Addressed> {
  const { kind, id, ...fields } = formObject(form)
  if (typeof kind !== 'string' || typeof id !== 'string' || !isImportKind(kind)) notFound()
  const register = importedRegistry[kind]
  const actor = await requireActor(register.record.importPermission)
  return { kind, register, actor, id, page: `/import/${kind}/${encodeURIComponent(id)}`, fields }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keeps which column is which. Leads to their words when there are any to look at, else straight to the dry run. */
export async function matchColumns(_: FormState, form: FormData): Promise<FormState> {
  const { register, actor, id, page, fields } = await addressed(form)
  const chosen = Object.entries(isRecord(fields.column) ? fields.column : {})
  const columns = Object.fromEntries(
    chosen.flatMap(([key, index]) => (index === '' ? [] : [[key, Number(index)]])),
  )
  if (Object.keys(columns).length === 0)
    return { message: 'Choose at least one column: without any, nothing can be brought in.' }
  const matched = await register.imports.match(actor, { id, columns, emptyClears: fields.empty === 'clear' })
  if (!matched.ok) return { message: matched.message, fields: matched.fields }
  const words = await register.importViews.words(actor, id)
  if (words?.lists.some(({ words }) => words.some(({ why }) => why !== 'same'))) redirect(`${page}/words`)
  const checked = await register.imports.check(actor, { id })
  if (!checked.ok) return { message: checked.message }
  redirect(page)
}

/** Keeps what the words mean and makes the dry run. */
export async function checkRows(_: FormState, form: FormData): Promise<FormState> {
  const { register, actor, id, page, fields } = await addressed(form)
  const checked = await register.imports.check(actor, { id, words: fields.words ?? {} })
  if (!checked.ok) return { message: checked.message }
  redirect(page)
}

/** Hands the checked rows to the worker. */
export async function startImport(form: FormData): Promise<void> {
  const { register, actor, id, page } = await addressed(form)
  const started = await register.imports.start(actor, { id })
  if (!started.ok) await leaveWith(started.message, page, 'danger')
  redirect(page)
}

/** Throws an upload away that was not brought in. */
export async function discardImport(form: FormData): Promise<void> {
  const { register, actor, id, page } = await addressed(form)
  const result = await register.imports.discard(actor, { id })
  if (!result.ok) await leaveWith(result.message, page, 'danger')
  await leaveWith('Threw the upload away. Nothing was changed.', '/import')
}

/** Takes an import back. */
export async function undoImport(_: FormState, form: FormData): Promise<FormState> {
  const { register, actor, id, page } = await addressed(form)
  const result = await register.imports.undo(actor, { id })
  if (!result.ok) return { message: result.message }
  return leaveWith('Took the import back.', page)
}
