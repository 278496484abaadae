/** Where a form goes: a server action, or the address of a route handler that takes POST. */
export type FormAction = string | ((data: FormData) => void | Promise<void>)

/** The attributes a plain POST form needs for its action. */
export function formProps(action: FormAction) {
  return typeof action === 'string' ? { action, method: 'post' as const } : { action }
}
