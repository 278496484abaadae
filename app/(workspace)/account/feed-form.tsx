'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { LinkOnce } from '#components/form/link-once'
import type { Option } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { buttonClass } from '#components/ui/button'
import type { FeedState } from './calendar-actions.ts'

/** Makes the calendar link, or another in its place, and shows it once. */
export function FeedForm({
  action,
  options,
  covers,
}: {
  action: (state: FeedState, form: FormData) => Promise<FeedState>
  options: readonly Option[]
  /** What the link holds that works now; null when there is none. */
  covers: string | null
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="No link was made">
      {(errors, state: FeedState) => (
        <>
          {state.address ? <NewLink address={state.address} here={state.here ?? false} /> : null}
          {covers ? (
            <input type="hidden" name="covers" value={covers} />
          ) : (
            <RadioGroup
              name="covers"
              label="What is in it?"
              options={options}
              defaultValue="own"
              stacked
              error={errors['covers']}
              required
            />
          )}
          <FormActions inPlace note={covers ? 'With another link, the one before stops working.' : undefined}>
            <SubmitButton variant={covers ? 'secondary' : 'primary'} pendingLabel="Making the link…">
              {covers ? 'Make another link' : 'Make the link'}
            </SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

/** Changes what is in it, under the same link. */
export function CoversForm({
  action,
  options,
  covers,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  options: readonly Option[]
  covers: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="It is not changed">
      {(errors) => (
        <>
          <RadioGroup
            name="covers"
            id="covers-now"
            label="What is in it"
            options={options}
            defaultValue={covers}
            stacked
            error={errors['covers']}
            required
          />
          <FormActions inPlace>
            <SubmitButton variant="secondary">Change what is in it</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

function NewLink({ address, here }: { address: string; here: boolean }) {
  return (
    <LinkOnce
      title="Give this to your calendar now: it is not shown again."
      address={address}
      hint="Outlook: Add calendar, Subscribe from web. Google: Other calendars, From URL. Apple: File, New Calendar Subscription."
      actions={
        <a className={buttonClass({ size: 'small' })} href={address.replace(/^https?:/, 'webcal:')}>
          Open it in a calendar on this device
        </a>
      }
    >
      {here ? (
        <p>
          This address works on this computer only. Calendars on a phone or on the internet reach Plumbline
          only by an address of its own: whoever runs it sets APP_URL.
        </p>
      ) : null}
    </LinkOnce>
  )
}
