'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormActions } from '#components/form/layout'
import { type Option, Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { type EntryState, type FormValues, listIn, textIn } from '../../form-values.ts'
import { addQuietDayAction, removeQuietDayAction, saveReminders, testMailAction } from './actions.ts'

/** When reminders go out. */
export function RemindersForm({
  version,
  values: initial,
  hours,
  weekdays,
}: {
  version: number
  values: FormValues
  hours: readonly Option[]
  weekdays: readonly Option[]
}) {
  return (
    <ActionForm action={saveReminders} initial={{}}>
      {(errors, state: EntryState) => {
        const values = state.values ?? initial
        return (
          <>
            <input type="hidden" name="version" value={version} />
            <Select
              name="hour"
              label="They go out from"
              hint="In the practice’s time zone. A server that was off catches up later that day."
              options={hours}
              required
              defaultValue={textIn(values, 'hour')}
              error={errors.hour}
            />
            <CheckboxGroup
              name="quietWeekdays[]"
              id="quietWeekdays"
              label="Quiet days"
              hint="Nothing goes out on them. What would have gone out comes on the next day that is not quiet, once."
              columns={2}
              options={weekdays}
              defaultValue={listIn(values, 'quietWeekdays[]')}
              error={errors.quietWeekdays}
            />
            <input type="hidden" name="quietWeekdays[]" value="" />
            <FormActions>
              <SubmitButton>Save</SubmitButton>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}

/** Adds a holiday. */
export function QuietDayForm() {
  return (
    <ActionForm action={addQuietDayAction} initial={{}}>
      {(errors, state: EntryState) => (
        <>
          <DateField
            name="day"
            label="Day"
            required
            defaultValue={textIn(state.values ?? {}, 'day')}
            error={errors.day}
          />
          <TextField
            name="name"
            label="What day it is"
            hint="Such as Thanksgiving"
            required
            defaultValue={textIn(state.values ?? {}, 'name')}
            error={errors.name}
          />
          <FormActions>
            <SubmitButton>Add the day</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

/** Takes a holiday off again. */
export function RemoveQuietDay({ id, label }: { id: string; label: string }) {
  return (
    <ActionForm action={removeQuietDayAction} initial={{}}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary">
        Remove<span className="sr-only">: {label}</span>
      </SubmitButton>
    </ActionForm>
  )
}

/** Sends a mail to whoever presses it. */
export function TestMailForm() {
  return (
    <ActionForm action={testMailAction} initial={{}}>
      <FormActions>
        <SubmitButton pendingLabel="Asking the mail server…">Send me a test mail</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
