'use client'

import { ShownLink } from '#components/form/shown-link'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import type { SentState } from './actions.ts'

/** A link that was just made: shown this once, to copy. */
export function SentLink({ state }: { state: SentState }) {
  const { address = '', until, mailed, href = '/questionnaires', ref } = state
  return (
    <Callout
      tone="ok"
      live
      title={mailed ? `${ref} is on its way by mail.` : 'Send this link to the vendor.'}
    >
      <p>
        {mailed
          ? 'You can also copy the link now. It is not shown again.'
          : 'It was not mailed. Copy it now and send it yourself: it is not shown again.'}
      </p>
      <ShownLink
        address={address}
        hint={`Works until ${until}. Whoever has it can answer.`}
        actions={
          <ButtonLink size="small" href={href}>
            Open {ref}
          </ButtonLink>
        }
      />
    </Callout>
  )
}
