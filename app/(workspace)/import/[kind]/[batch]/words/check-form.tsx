'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '#components/form/action-form'
import { checkRows } from '../../../actions.ts'

/** The form around the words; the words themselves need no script. */
export function CheckForm({ children }: { children: ReactNode }) {
  return (
    <ActionForm action={checkRows} initial={{}} errorTitle="The rows could not be checked">
      {children}
    </ActionForm>
  )
}
