import type { ComponentProps } from 'react'
import { controlProps, Field, type FieldProps } from './field.tsx'
import { PhiWarning } from './phi-warning.tsx'

type InputProps = Pick<
  ComponentProps<'input'>,
  | 'defaultValue'
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'autoFocus'
  | 'readOnly'
  | 'spellCheck'
  | 'pattern'
  | 'onChange'
>

/** One line of text. `suggestions` are offered while typing and may be ignored; `watchPhi` warns of patient data. */
export function TextField({
  type = 'text',
  width = 'full',
  suggestions,
  watchPhi = false,
  defaultValue,
  autoComplete = 'off',
  inputMode,
  placeholder,
  autoFocus,
  readOnly,
  spellCheck,
  pattern,
  onChange,
  ...field
}: FieldProps &
  InputProps & {
    type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'number' | 'search'
    width?: 'full' | 'half' | 'short'
    suggestions?: readonly string[]
    watchPhi?: boolean
  }) {
  const control = controlProps(field)
  const listId = `${control.id}-list`
  return (
    <Field {...field} after={watchPhi ? <PhiWarning controlId={control.id} /> : null}>
      <input
        {...control}
        className={`control control-${width}`}
        type={type}
        list={suggestions ? listId : undefined}
        {...{
          defaultValue,
          autoComplete,
          inputMode,
          placeholder,
          autoFocus,
          readOnly,
          spellCheck,
          pattern,
          onChange,
        }}
      />
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}
