import { AsyncLocalStorage } from 'node:async_hooks'

// Pages and route handlers are bundled apart, so module state would exist twice: the store hangs on globalThis.
const holder = globalThis as typeof globalThis & { plumblineRequest?: AsyncLocalStorage<string> }

function store(): AsyncLocalStorage<string> {
  holder.plumblineRequest ??= new AsyncLocalStorage()
  return holder.plumblineRequest
}

/** From here on, everything that follows in this chain of calls belongs to the request of this id. */
export function enterRequest(requestId: string): void {
  store().enterWith(requestId)
}

/** The id of the request being answered; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return store().getStore()
}
