'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { type EntryState, listIn, textIn } from '../../form-values.ts'
import '../../vendors/vendors.css'

interface Offer {
  key: string
  title: string
  cause: string
  event: string
  consequence: string
  category: string
  adoptedAs: string | null
}

/** Starter risks to tick, each with its story on demand, and who will own those that are ticked. */
export function LibraryForm({
  action,
  system,
  mayAdopt,
  offered,
  people,
  ownerId,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  system: { id: string; name: string } | null
  mayAdopt: boolean
  offered: readonly Offer[]
  people: PersonChoices
  ownerId: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const chosen = state.values ? listIn(state.values, 'keys[]') : []
        return (
          <>
            <input type="hidden" name="systemId" value={system?.id ?? ''} />
            <input type="hidden" name="keys[]" value="" />
            <fieldset
              id="keys"
              className="grid gap-2"
              aria-describedby={errors.keys ? 'keys-error' : undefined}
            >
              <legend className="pb-2 font-medium">
                {offered.length} risks for {system ? system.name : 'the practice as a whole'}
              </legend>
              {errors.keys ? (
                <p className="field-error" id="keys-error">
                  <span className="sr-only">Error: </span>
                  {errors.keys}
                </p>
              ) : null}
              <ul className="entries">
                {offered.map(({ key, title, cause, event, consequence, category, adoptedAs }) => (
                  <li key={key}>
                    <label className="choice">
                      <input
                        type="checkbox"
                        name="keys[]"
                        value={key}
                        defaultChecked={chosen.includes(key)}
                        disabled={adoptedAs !== null || !mayAdopt}
                      />
                      <span>
                        {title}
                        <span className="field-hint">
                          {category}
                          {adoptedAs ? ` · in the register as ${adoptedAs}` : ''}
                        </span>
                      </span>
                    </label>
                    <details>
                      <summary>
                        How it goes<span className="sr-only">: {title}</span>
                      </summary>
                      <p>{cause}</p>
                      <p>{event}</p>
                      <p>{consequence}</p>
                    </details>
                  </li>
                ))}
              </ul>
            </fieldset>
            {mayAdopt ? (
              <>
                <PersonField
                  name="ownerId"
                  {...people}
                  label="Who owns those that are ticked?"
                  empty="Nobody yet"
                  defaultValue={state.values ? textIn(state.values, 'ownerId') : ownerId}
                  error={errors.ownerId}
                  why="To score them is then due from this person within 30 days."
                />
                <FormActions note="Nothing is scored by itself, and nothing is shown as low before somebody has said so.">
                  <SubmitButton>Take over what is ticked</SubmitButton>
                  <ButtonLink href="/risks">Cancel</ButtonLink>
                </FormActions>
              </>
            ) : null}
          </>
        )
      }}
    </ActionForm>
  )
}
