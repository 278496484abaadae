import type { ReactNode } from 'react'
import { type Citation, Cite } from '../ui/cite.tsx'

/** What every field shares. `name` is the key in the submitted form and, unless `id` says otherwise, the element's id. */
export type FieldProps = {
  name: string
  label: ReactNode
  id?: string | undefined
  hint?: ReactNode
  /** Why the question is asked, in a sentence; stands beside the field where there is room. */
  why?: ReactNode
  /** The rule behind the question, shown on demand. */
  rule?: Citation | undefined
  /** What is wrong with the answer, in words that say how to mend it. */
  error?: string | undefined
  /** Fields that are not required say "optional". */
  required?: boolean | undefined
}

/** Props that tie a control to its hint and error. */
export function controlProps({
  name,
  id = name,
  hint,
  error,
  required,
}: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error' | 'required'>) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  }
}

function Reason({ why, rule }: Pick<FieldProps, 'why' | 'rule'>) {
  if (!why && !rule) return null
  return (
    <div className="field-why">
      {why ? <p>{why}</p> : null}
      {rule ? <Cite label="The rule" rule={rule} /> : null}
    </div>
  )
}

function Messages({ id, hint, error }: { id: string } & Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

const optional = <span className="field-optional">optional</span>

/** One labelled control with hint, error and the reason for asking. Give the control `controlProps(props)`. */
export function Field({
  children,
  after,
  ...field
}: FieldProps & { children: ReactNode; after?: ReactNode }) {
  const id = field.id ?? field.name
  return (
    <div className={field.error ? 'field field-wrong' : 'field'}>
      <div className="field-main">
        <label className="field-label" htmlFor={id}>
          {field.label} {field.required ? null : optional}
        </label>
        <Messages id={id} hint={field.hint} error={field.error} />
        {children}
        {after}
      </div>
      <Reason why={field.why} rule={field.rule} />
    </div>
  )
}

/** Several controls that answer one question: the question is the legend. */
export function GroupField({ children, ...field }: FieldProps & { children: ReactNode }) {
  const id = field.id ?? field.name
  const { 'aria-describedby': described } = controlProps(field)
  return (
    // A legend names its fieldset only as its direct child; here it stands in the column beside the reason.
    <fieldset
      className={field.error ? 'field field-wrong' : 'field'}
      aria-labelledby={`${id}-label`}
      aria-describedby={described}
    >
      <div className="field-main">
        <legend className="field-label" id={`${id}-label`}>
          {field.label} {field.required ? null : optional}
        </legend>
        <Messages id={id} hint={field.hint} error={field.error} />
        {children}
      </div>
      <Reason why={field.why} rule={field.rule} />
    </fieldset>
  )
}
