import type { SavedView } from '#lib/kernel/saved-views'
import { ActionForm, type FormState } from '../form/action-form.tsx'
import { Checkbox } from '../form/choices.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { DialogActions } from '../ui/dialog.tsx'
import { CloseDialog } from '../ui/dialog-buttons.tsx'

/** A server action of the form kit. */
export type ViewAction = (state: FormState, form: FormData) => Promise<FormState>

/** Gives the list as it is now a name. */
export function SaveViewForm({
  action,
  kind,
  query,
  back,
  canShare,
}: {
  action: ViewAction
  kind: string
  query: string
  back: string
  canShare: boolean
}) {
  return (
    <ActionForm action={action} initial={{}}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="back" value={back} />
      <TextField
        name="name"
        id="save-view-name"
        label="Name"
        hint="A view of yours with the same name is replaced."
        required
      />
      {canShare ? (
        <Checkbox
          name="shared"
          id="save-view-shared"
          value="yes"
          label="Share it with everybody who sees this list"
        />
      ) : null}
      <DialogActions>
        <CloseDialog />
        <SubmitButton>Save view</SubmitButton>
      </DialogActions>
    </ActionForm>
  )
}

/** One small form per view that the person may change. Views of others can only be deleted. */
export function ManageViews({
  action,
  views,
  back,
  canShare,
}: {
  action: ViewAction
  views: readonly SavedView[]
  back: string
  canShare: boolean
}) {
  return (
    <div className="view-forms">
      {views.map(({ id, name, mine, shared }) => (
        <ActionForm key={id} action={action} initial={{}}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="back" value={back} />
          {mine ? (
            <TextField name="name" id={`view-${id}-name`} label="Name" defaultValue={name} required />
          ) : (
            <p>{name}</p>
          )}
          {mine && canShare ? (
            <Checkbox
              name="shared"
              id={`view-${id}-shared`}
              value="yes"
              label="Shared with everybody"
              defaultChecked={shared}
            />
          ) : null}
          <div className="actions">
            {mine ? (
              <SubmitButton name="do" value="rename" variant="secondary" size="small">
                Save name
                <span className="sr-only"> of {name}</span>
              </SubmitButton>
            ) : null}
            <SubmitButton name="do" value="delete" variant="quiet" size="small" pendingLabel="Deleting…">
              Delete
              <span className="sr-only"> the view {name}</span>
            </SubmitButton>
          </div>
        </ActionForm>
      ))}
      <DialogActions>
        <CloseDialog>Close</CloseDialog>
      </DialogActions>
    </div>
  )
}
