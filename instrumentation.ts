import type { Instrumentation } from 'next'
import { guardFrontDoor, REQUEST_ID_HEADER } from '#lib/platform/front-door'
import { log } from '#lib/platform/log'

export function register(): void {
  guardFrontDoor()
}

/** The line that an error id on screen leads to. The route and not the address: addresses hold one-time links. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  log('error', 'request failed', {
    errorId: digest,
    requestId: request.headers[REQUEST_ID_HEADER],
    method: request.method,
    route: context.routePath,
    during: context.routeType,
    error,
  })
}
