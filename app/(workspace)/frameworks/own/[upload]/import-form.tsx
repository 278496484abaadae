'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { buttonClass } from '#components/ui/button'
import { type EntryState, textIn } from '../../../form-values.ts'

/** What the framework is called, and which one it takes the place of. */
export function ImportForm({
  action,
  hidden,
  values,
  editions,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  hidden: Readonly<Record<string, string>>
  values: { name: string; edition: string; publisher: string; replaces: string }
  editions: readonly { value: string; label: string }[]
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const field = (name: keyof typeof values) => ({
          name,
          defaultValue: state.values ? textIn(state.values, name) : values[name],
          error: errors[name],
        })
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextField {...field('name')} label="Name" hint="As people here say it." required />
            <TextField {...field('edition')} label="Edition" hint="Version or year." width="half" />
            <TextField {...field('publisher')} label="Published by" width="half" />
            {editions.length > 0 ? (
              <Select
                {...field('replaces')}
                label="Does it take the place of one that you have?"
                hint="Controls that name a requirement with the same id then name the new one. The old edition is put away and stays to be read."
                options={editions}
                empty="No, it is another one"
              />
            ) : null}
            <FormActions>
              <SubmitButton pendingLabel="Bringing it in…">Bring it in</SubmitButton>
              <button type="submit" name="step" value="discard" formNoValidate className={buttonClass({})}>
                Throw the file away
              </button>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
