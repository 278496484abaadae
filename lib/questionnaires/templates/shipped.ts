import type { Question } from '../question.ts'
import { aiScribe } from './ai-scribe.ts'
import { imaging } from './imaging.ts'
import { phoneAgent } from './phone-agent.ts'
import { software } from './software.ts'

/** A set of questions that comes with the product. A practice that changes one gets a copy of its own. */
export interface ShippedTemplate {
  key: string
  name: string
  about: string
  questions: readonly Question[]
}

export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    key: 'ai-scribe',
    name: 'AI scribe',
    about: 'For tools that listen to a visit and write the note.',
    questions: aiScribe,
  },
  {
    key: 'phone-agent',
    name: 'Phone and chat agent',
    about: 'For AI that answers calls, chats or messages of patients.',
    questions: phoneAgent,
  },
  {
    key: 'imaging',
    name: 'Imaging and clinical decisions',
    about: 'For AI that reads images or supports another clinical decision.',
    questions: imaging,
  },
  {
    key: 'software',
    name: 'Software and services',
    about: 'For any other software or service that gets patient data.',
    questions: software,
  },
]

/** The template of this key; undefined when none comes with the product. */
export function shippedTemplate(key: string): ShippedTemplate | undefined {
  return shippedTemplates.find((template) => template.key === key)
}
