// Loaded into the web server: turns away what Next.js has no answer for but a fault in the log. Whoever knocks on every door
// with TRACE or with half a percent sign gets the status that says so.
import http from 'node:http'

const { prototype } = http.Server
Object.assign(prototype, {
  emit: new Proxy(Reflect.get(prototype, 'emit'), {
    apply: (emit, server, [event, ...parts]) =>
      event === 'request' && refused(...parts) ? true : Reflect.apply(emit, server, [event, ...parts]),
  }),
})

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function refused(request, response) {
  const status = request.method === 'TRACE' ? 405 : isReadable(request.url ?? '') ? 0 : 400
  if (status === 0) return false
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(http.STATUS_CODES[status])
  return true
}

/** @param {string} url */
function isReadable(url) {
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
