import { type PhiShape, phiShapes, phiShapeWords } from '#lib/base/phi-shapes'
import { listInWords } from '#lib/base/text'
import { type EntryState, enteredValues } from '../../form-values.ts'

/** The state of the form that asks for a tool. */
export interface AskState extends EntryState {
  /** The words that look like patient data, for which the form asks whether they are to be sent as they are. */
  doubted?: string
}

const asked = ['name', 'purpose'] as const

/** The question whether to send words that look like patient data; null when there is nothing to ask, or it was answered. */
export function secondThought(form: FormData): AskState | null {
  const doubts = asked.flatMap((field) => {
    const text = form.get(field)
    const shapes = typeof text === 'string' ? phiShapes(text) : []
    return shapes.length > 0 ? [{ field, text, shapes }] : []
  })
  const doubted = JSON.stringify(doubts.map(({ text }) => text))
  // Sending it as it is answers for these very words, not for others that were put in since.
  if (doubts.length === 0 || form.get('asItIs') === doubted) return null
  const says = (shapes: readonly PhiShape[]) =>
    `This looks as if it held ${listInWords(shapes.map((shape) => phiShapeWords[shape]))}. Take it out, or send it as it is.`
  return {
    fields: Object.fromEntries(doubts.map(({ field, shapes }) => [field, says(shapes)])),
    values: enteredValues(form),
    doubted,
  }
}
