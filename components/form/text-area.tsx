import { CharacterCount } from './character-count.tsx'
import { controlProps, Field, type FieldProps } from './field.tsx'
import { PhiWarning } from './phi-warning.tsx'

/** Several lines of free text. Says its limit, counts near it, and warns (never blocks) when the text looks like patient data. */
export function TextArea({
  rows = 3,
  limit,
  watchPhi = true,
  defaultValue,
  placeholder,
  ...field
}: FieldProps & {
  rows?: number
  /** Most characters the server will take. */
  limit?: number
  watchPhi?: boolean
  defaultValue?: string | undefined
  placeholder?: string | undefined
}) {
  const control = controlProps(field)
  return (
    <Field
      {...field}
      after={
        <>
          {limit ? <CharacterCount controlId={control.id} limit={limit} /> : null}
          {watchPhi ? <PhiWarning controlId={control.id} /> : null}
        </>
      }
    >
      <textarea
        {...control}
        className="control"
        rows={rows}
        defaultValue={defaultValue}
        placeholder={placeholder}
      />
    </Field>
  )
}
