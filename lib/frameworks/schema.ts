import { z } from 'zod'

export const frameworkPrefix = 'FW'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const id = z.uuid()
/** A key of a shipped framework, or the id of one that was brought in. */
const framework = text(80).min(1)
const requirement = text(200).min(1)

export const chooseInput = z.object({ framework, followed: z.enum(['yes', 'no']) })

export const scopeInput = z.object({
  framework,
  requirement,
  reason: text(2000).min(10, 'Say why in a sentence: whoever asks will read it.'),
})
export const unscopeInput = z.object({ framework, requirement })

export const uploadInput = z.object({
  fileName: text(300),
  content: z.instanceof(Uint8Array),
})

/** Which column of an uploaded sheet holds what; null where none does. */
const column = z.coerce.number().int().min(0).max(200)
const optionalColumn = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  column.nullable(),
)
export const columnsInput = z.object({
  code: optionalColumn,
  title: optionalColumn,
  text: optionalColumn,
  group: optionalColumn,
})

export const importInput = z.object({
  upload: id,
  name: text(200).min(3, 'Give it the name that people here say.'),
  edition: text(100),
  publisher: text(200),
  /** The framework that this one takes the place of. */
  replaces: z.preprocess((value) => (value === '' || value === undefined ? null : value), id.nullable()),
  columns: columnsInput.optional(),
})

export const discardInput = z.object({ upload: id })
export const archiveInput = z.object({ id, reason: text(1000).min(3, 'Say why, in a few words.') })
