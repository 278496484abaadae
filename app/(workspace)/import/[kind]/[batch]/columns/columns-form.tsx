'use client'

import { useState } from 'react'
import { ActionForm, type FieldErrors } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { ColumnsView, FileColumn, TargetField } from '#lib/transfer/views'
import { matchColumns } from '../../../actions.ts'

const emptyOptions = [
  {
    value: 'keep',
    label: 'Leave what the record has',
    hint: 'Right for most lists: a cell is empty because nobody wrote it down.',
  },
  {
    value: 'clear',
    label: 'Empty the field',
    hint: 'Right when the file is the whole truth, such as an export that you edited.',
  },
]

/** One row per field of ours: the column that fills it, and what stands in that column. */
export function ColumnsForm({
  kind,
  id,
  view,
  cancelHref,
}: {
  kind: string
  id: string
  view: ColumnsView
  cancelHref: string
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries(view.fields.map(({ key, column }) => [key, column])),
  )
  const used = new Map<number, string[]>()
  for (const { key, label } of view.fields) {
    const column = chosen[key]
    if (column !== null && column !== undefined) used.set(column, [...(used.get(column) ?? []), label])
  }
  const rows = (errors: FieldErrors, group: 'matched' | 'open' | 'seldom') =>
    view.fields
      .filter((field) => groupOf(field) === group)
      .map((field) => (
        <ColumnRow
          key={field.key}
          field={field}
          error={errors[`column.${field.key}`]}
          columns={view.columns}
          chosen={chosen[field.key] ?? null}
          sharedWith={(used.get(chosen[field.key] ?? -1) ?? []).filter((label) => label !== field.label)}
          choose={(column) => setChosen((before) => ({ ...before, [field.key]: column }))}
        />
      ))
  const left = view.columns.filter(({ index }) => !used.has(index))
  return (
    <ActionForm action={matchColumns} initial={{}} errorTitle="The columns could not be matched yet">
      {(errors) => (
        <>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          <FormSection
            title="Columns that fill a field"
            lede="On the left our field, then your column, then what stands in it. Change what does not belong together."
          >
            <div className="import-match">{rows(errors, 'matched')}</div>
          </FormSection>
          <FormSection
            title="Fields without a column yet"
            lede="They stay as they are, or as not known for new records. Choose a column where you have one."
          >
            <div className="import-match">{rows(errors, 'open')}</div>
            {view.fields.some((field) => groupOf(field) === 'seldom') ? (
              <details className="import-seldom">
                <summary>More fields, such as safeguards</summary>
                <div className="import-match">{rows(errors, 'seldom')}</div>
              </details>
            ) : null}
          </FormSection>
          <FormSection title="Columns that nothing is done with">
            {left.length === 0 ? (
              <p className="text-muted">None: every column of the file is used.</p>
            ) : (
              <details className="import-left" open={left.length <= 8}>
                <summary>
                  {left.length} of {view.columns.length} columns stay out
                </summary>
                <ul>
                  {left.map(({ index, label, samples }) => (
                    <li key={index}>
                      <span className="wrap-anywhere">{label}</span>
                      {samples[0] ? <span className="import-sample">{samples[0]}</span> : null}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </FormSection>
          <FormSection title="Empty cells">
            <RadioGroup
              name="empty"
              label="What does an empty cell mean for a record that is here already?"
              options={emptyOptions}
              defaultValue={view.emptyClears ? 'clear' : 'keep'}
              required
            />
          </FormSection>
          <FormActions note="The answers are kept for the next file with the same column names.">
            <SubmitButton pendingLabel="Looking at the rows…">Go on</SubmitButton>
            <ButtonLink href={cancelHref}>Later</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

/** By the first guess, so that no row jumps while one chooses. */
function groupOf({ column, required, seldom }: TargetField): 'matched' | 'open' | 'seldom' {
  if (column !== null || required) return 'matched'
  return seldom ? 'seldom' : 'open'
}

function ColumnRow({
  field,
  error,
  columns,
  chosen,
  sharedWith,
  choose,
}: {
  field: TargetField
  error: string | undefined
  columns: readonly FileColumn[]
  chosen: number | null
  sharedWith: readonly string[]
  choose: (column: number | null) => void
}) {
  const { key, label, hint, required } = field
  const samples = columns.find(({ index }) => index === chosen)?.samples ?? []
  const id = `column.${key}`
  const about = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', `${id}-samples`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="import-match-row">
      <div>
        <label htmlFor={id} className="field-label">
          {label} {required ? <span className="field-optional">needed for new rows</span> : null}
        </label>
        {hint ? (
          <p className="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        {error ? (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        ) : null}
      </div>
      <select
        id={id}
        name={id}
        className="control"
        value={chosen ?? ''}
        aria-describedby={about}
        aria-invalid={error ? true : undefined}
        onChange={(event) => choose(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">– no column –</option>
        {columns.map(({ index, label: column }) => (
          <option key={index} value={index}>
            {column.length > 90 ? `${column.slice(0, 90)}…` : column}
          </option>
        ))}
      </select>
      <div id={`${id}-samples`} className="import-samples">
        {chosen === null ? null : samples.length === 0 ? (
          <p className="text-muted">Every cell is empty.</p>
        ) : (
          samples.map((sample) => (
            <p key={sample} className="import-sample">
              {sample}
            </p>
          ))
        )}
        {sharedWith.length > 0 ? (
          <p className="import-shared">Also used for {sharedWith.join(', ')}.</p>
        ) : null}
      </div>
    </div>
  )
}
