'use client'

import { ActionForm } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { Dialog, DialogActions } from '#components/ui/dialog'
import { CloseDialog, OpenDialog } from '#components/ui/dialog-buttons'
import { type EntryState, textIn } from '../../form-values.ts'

/** Two steps: a button, then the practice's name typed by hand. */
export function WipeForm({
  action,
  practiceName,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  practiceName: string
}) {
  return (
    <>
      <OpenDialog dialog="wipe" variant="danger">
        Remove the demo data
      </OpenDialog>
      <Dialog id="wipe" title="Remove the demo data">
        <ActionForm action={action} initial={{}} errorTitle="Nothing was removed">
          {(errors, state: EntryState) => (
            <>
              <TextField
                name="name"
                label={`Type “${practiceName}” to confirm`}
                required
                defaultValue={textIn(state.values ?? {}, 'name')}
                error={errors.name}
              />
              <DialogActions>
                <CloseDialog>Keep it</CloseDialog>
                <SubmitButton variant="danger" pendingLabel="Removing…">
                  Remove everything
                </SubmitButton>
              </DialogActions>
            </>
          )}
        </ActionForm>
      </Dialog>
    </>
  )
}
