'use client'

import { useActionState } from 'react'
import { SubmitButton } from '#components/form/submit-button'
import { Callout } from '#components/ui/callout'
import { givePinAction } from './actions.ts'

/** Gives somebody a PIN, and shows it this once. */
export function PinButton({ personId, name, isNew }: { personId: string; name: string; isNew: boolean }) {
  const [state, give] = useActionState(givePinAction, {})
  return (
    <form action={give}>
      <input type="hidden" name="personId" value={personId} />
      {state.given ? (
        <Callout tone="ok" live title={`PIN for ${state.given.name}: ${state.given.pin}`}>
          <p>It is shown this once and works for a week. They choose another when they use it.</p>
        </Callout>
      ) : (
        <SubmitButton size="small" variant="secondary" pendingLabel="Making one…">
          {isNew ? 'Give a PIN' : 'Give a new PIN'}
          <span className="sr-only">: {name}</span>
        </SubmitButton>
      )}
      {state.ok === undefined && state.message ? <Callout tone="danger" live title={state.message} /> : null}
    </form>
  )
}
