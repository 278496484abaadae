'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { type EntryState, textIn } from '../../../form-values.ts'

/** Takes one person into a campaign or leaves them out, with the reason. */
export function NamePersonForm({
  action,
  hidden,
  people,
  cancelHref,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  cancelHref: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? {}
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <PersonField {...field('personId')} {...people} label="Who?" required />
            <RadioGroup
              {...field('as')}
              defaultValue={textIn(values, 'as') || 'in'}
              label="What?"
              options={[
                { value: 'in', label: 'Take in' },
                { value: 'out', label: 'Leave out' },
              ]}
              required
            />
            <TextArea {...field('reason')} label="Why?" limit={1000} required />
            <FormActions>
              <SubmitButton>Save</SubmitButton>
              <ButtonLink href={cancelHref}>Back</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
