import { z } from 'zod'

const coverNames = ['own', 'backup', 'all'] as const
export type Covers = (typeof coverNames)[number]

/** What a calendar by link can hold: as its form offers it, and as the trail and the calendar say it. */
export const coverOptions: readonly { value: Covers; label: string; trail: string }[] = [
  { value: 'own', label: 'What is due from me', trail: 'what is due from them' },
  {
    value: 'backup',
    label: 'What is due from me, and what I am the backup for',
    trail: 'what is due from them and what they back up',
  },
  { value: 'all', label: 'Everything that I may see', trail: 'everything that they may see' },
]

export const covers = z.enum(coverNames, 'Choose what is in it.')
export const feedInput = z.object({ covers })
