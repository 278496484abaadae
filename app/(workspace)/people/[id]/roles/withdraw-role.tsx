'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { Section } from '#components/ui/section'
import type { EntryState } from '../../../form-values.ts'

/** Takes a role away; says first what that means. */
export function WithdrawRole({
  action,
  person,
  role,
  from,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  person: { id: string; name: string }
  role: { value: string; label: string }
  from: string
}) {
  return (
    <Section
      title="Withdraw the role"
      lede={`${person.name} loses what the role ${role.label} allows with the next page they open. What they look after stays theirs.`}
    >
      <ActionForm action={action} initial={{}} errorTitle="The role stays">
        <input type="hidden" name="personId" value={person.id} />
        <input type="hidden" name="role" value={role.value} />
        <input type="hidden" name="from" value={from} />
        <FormActions inPlace>
          <SubmitButton variant="danger" pendingLabel="Withdrawing…">
            Withdraw {role.label}
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  )
}
