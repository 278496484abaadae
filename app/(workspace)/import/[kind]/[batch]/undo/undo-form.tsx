'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { undoImport } from '../../../actions.ts'

export function UndoForm({ kind, id, cancelHref }: { kind: string; id: string; cancelHref: string }) {
  return (
    <ActionForm action={undoImport} initial={{}} errorTitle="It was not undone">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Undoing…">
          Undo the import
        </SubmitButton>
        <ButtonLink href={cancelHref}>Keep it</ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
