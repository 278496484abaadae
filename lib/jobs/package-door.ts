import type { Server } from 'node:http'
import { packageDoor } from '#lib/flows/package-door'
import { env } from '#lib/platform/env'
import { log } from '#lib/platform/log'

const AGAIN_MS = 60_000

/** Opens the address at which packages play. A port that is taken is tried again: everything else works without it. */
export function openPackageDoor(): { close: () => void } {
  const { host, port } = env().packages
  if (port === 0) return { close: () => undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  const server: Server = packageDoor()
  const listen = () => server.listen({ host, port })
  server.on('listening', () => log('info', 'packages are served', { port }))
  server.on('error', (error) => {
    log('error', 'packages cannot be served: set PLUMBLINE_PACKAGES_PORT to a port that is free', {
      port,
      error,
    })
    timer = setTimeout(listen, AGAIN_MS)
  })
  listen()
  return {
    close: () => {
      clearTimeout(timer)
      server.close()
      server.closeAllConnections()
    },
  }
}
