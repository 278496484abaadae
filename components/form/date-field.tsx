import { controlProps, Field, type FieldProps } from './field.tsx'

/** A calendar day with the browser's own picker; `defaultValue`, `min` and `max` are days as 'YYYY-MM-DD'. */
export function DateField({
  defaultValue,
  min,
  max,
  ...field
}: FieldProps & { defaultValue?: string | undefined; min?: string | undefined; max?: string | undefined }) {
  return (
    <Field {...field}>
      <input
        {...controlProps(field)}
        className="control control-short"
        type="date"
        {...{ defaultValue, min, max }}
      />
    </Field>
  )
}
