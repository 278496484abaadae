'use client'

import { ActionForm } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { makeRiskAction } from './actions.ts'

/** Makes a risk of one finding. */
export function RiskButton({ id, question, title }: { id: string; question: string; title: string }) {
  return (
    <ActionForm action={makeRiskAction} initial={{}}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="question" value={question} />
      <SubmitButton variant="secondary" size="small" pendingLabel="Making it…">
        Make it a risk<span className="sr-only">: {title}</span>
      </SubmitButton>
    </ActionForm>
  )
}
