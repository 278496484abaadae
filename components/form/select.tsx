import type { ComponentProps, ReactNode } from 'react'
import { controlProps, Field, type FieldProps } from './field.tsx'

/** A choice on offer: `value` is submitted, `label` is read. */
export type Option = {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}

/** One of many, as the browser's own list. `empty` is the words for "nothing chosen"; leave it out to demand a choice. `above`: what helps to choose. */
export function Select({
  options,
  empty,
  defaultValue = '',
  width = 'full',
  autoComplete,
  above,
  ...field
}: FieldProps &
  Pick<ComponentProps<'select'>, 'autoComplete'> & {
    options: readonly Option[]
    empty?: string | undefined
    defaultValue?: string | undefined
    width?: 'full' | 'half' | 'short'
    above?: ReactNode
  }) {
  return (
    <Field {...field}>
      {above}
      <select
        key={defaultValue}
        {...controlProps(field)}
        className={`control control-${width}`}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
      >
        {empty === undefined && defaultValue !== '' ? null : <option value="">{empty ?? 'Choose…'}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
