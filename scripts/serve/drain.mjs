// Loaded into the web server: on SIGTERM, Next.js finishes the requests that it has, but a client that keeps its
// connection busy would hold it up for ever. From then on every answer is the last one of its connection.
import { subscribe } from 'node:diagnostics_channel'

let stopping = false
process.on('SIGTERM', () => {
  stopping = true
})
subscribe('http.server.request.start', ({ response }) => {
  if (stopping) response.shouldKeepAlive = false
})
subscribe('http.server.response.finish', ({ server }) => {
  if (stopping) setImmediate(() => server.closeIdleConnections())
})
