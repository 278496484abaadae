import { createContext } from 'react'

/** What the parts of a form have to know of the server's last answer to it. */
export interface FormAnswer {
  /** Whether it has been sent at all. */
  answered: boolean
  /** The version that the next try is based on, once somebody else was quicker. */
  version: number | undefined
  /** Whether saving now would put something in place of what they saved. */
  overwrites: boolean
}

export const FormAnswerContext = createContext<FormAnswer>({
  answered: false,
  version: undefined,
  overwrites: false,
})
