'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'

/** A form that is one button. */
export function OneButtonForm({
  action,
  hidden,
  label,
  pending,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  hidden: Readonly<Record<string, string>>
  label: string
  pending: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="That was not possible">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size="small" pendingLabel={pending}>
        {label}
      </SubmitButton>
    </ActionForm>
  )
}
