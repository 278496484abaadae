/** An error whose message is one line written for whoever runs the server: it is printed alone, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError'
}
