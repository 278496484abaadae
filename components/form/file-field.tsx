import { controlProps, Field, type FieldProps } from './field.tsx'

/** A file from the person's device; `accept` as in HTML ('.csv,.xlsx'). The server still looks at the content. */
export function FileField({ accept, ...field }: FieldProps & { accept?: string | undefined }) {
  return (
    <Field {...field}>
      <input {...controlProps(field)} className="control control-half" type="file" accept={accept} />
    </Field>
  )
}
