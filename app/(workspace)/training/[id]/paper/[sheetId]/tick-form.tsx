'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { type EntryState, listIn, textIn } from '../../../../form-values.ts'

export interface TickLine {
  place: number
  name: string
  ref: string
  /** Why there is nothing to tick; empty when there is. */
  done: string
}

/** Every name of the sheet in one screen: tick who signed, and give the day where it differs. */
export function TickForm({
  action,
  sheetId,
  lines,
  first,
  today,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  sheetId: string
  lines: readonly TickLine[]
  /** The day on which the sheet was printed; nobody signed it before. */
  first: string
  today: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const chosen = state.values ? listIn(state.values, 'lines[]') : []
        return (
          <>
            <input type="hidden" name="sheetId" value={sheetId} />
            <input type="hidden" name="lines[]" value="" />
            <DateField
              name="signedOn"
              label="Signed on"
              hint="As it stands on the sheet. Give another day beside a name where it differs."
              defaultValue={(state.values && textIn(state.values, 'signedOn')) || today}
              min={first}
              max={today}
              error={errors['signedOn']}
              required
            />
            <fieldset className="tick-lines" id="lines">
              <legend className="field-label">Who has signed?</legend>
              {errors['lines'] ? <p className="field-error">{errors['lines']}</p> : null}
              <ol>
                {lines.map(({ place, name, ref, done }) => {
                  const error = errors[`line-${place}`]
                  return (
                    <li key={place} value={place}>
                      {done ? (
                        <p className="tick-done">
                          {name} <span className="text-muted">{ref}</span>{' '}
                          <span className="text-muted">{done}</span>
                        </p>
                      ) : (
                        <div className="tick-line">
                          <label className="choice">
                            <input
                              type="checkbox"
                              name="lines[]"
                              id={`line-${place}`}
                              value={place}
                              defaultChecked={chosen.includes(String(place))}
                              aria-invalid={error ? true : undefined}
                              aria-describedby={error ? `line-${place}-error` : undefined}
                            />
                            <span>
                              {name} <span className="text-muted">{ref}</span>
                            </span>
                          </label>
                          <input
                            className="control control-short"
                            type="date"
                            name={`on.${place}`}
                            aria-label={`${name}: signed on another day`}
                            defaultValue={state.values ? textIn(state.values, `on.${place}`) : ''}
                            min={first}
                            max={today}
                          />
                        </div>
                      )}
                      {error ? (
                        <p className="field-error" id={`line-${place}-error`}>
                          {error}
                        </p>
                      ) : null}
                    </li>
                  )
                })}
              </ol>
            </fieldset>
            <FormActions note="Names added by hand do not count on this sheet: print another one for them.">
              <SubmitButton pendingLabel="Entering…">Enter the signatures</SubmitButton>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
