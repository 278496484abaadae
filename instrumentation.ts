import type { Instrumentation } from 'next'

// Also compiled for a runtime that has no Node.js and never runs here; the constant takes everything out of that copy.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { guardFrontDoor } = await import('#lib/platform/front-door')
    guardFrontDoor()
  }
}

/** The line that an error id on screen leads to. The route and not the address: addresses hold one-time links. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/platform/log')
    log('error', 'request failed', {
      errorId:
        typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined,
      requestId: request.headers['x-request-id'],
      method: request.method,
      route: context.routePath,
      during: context.routeType,
      error,
    })
  }
}
