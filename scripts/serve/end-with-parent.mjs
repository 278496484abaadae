// Loaded into the web server and the worker before anything else: they end in order when the start that runs them is
// killed outright, and do not live on behind its back.
const LIMIT_MS = 10_000

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), LIMIT_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
