export type RefusalCode = 'not-found' | 'forbidden' | 'conflict' | 'invalid'

/** What a user is told when something may not or cannot be done. Everything else is a fault with an id. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** Messages by form field. */
  readonly fields: Record<string, string>

  constructor(code: RefusalCode, message: string, fields: Record<string, string> = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
  }
}

export const notFound = () => new Refusal('not-found', 'This does not exist, or it is not shared with you.')
export const forbidden = () => new Refusal('forbidden', 'Your role does not allow this.')
export const invalid = (message: string, fields: Record<string, string> = {}) =>
  new Refusal('invalid', message, fields)
export const conflict = (message: string) => new Refusal('conflict', message)
