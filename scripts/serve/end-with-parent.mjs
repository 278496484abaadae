// Loaded into the web server and the worker before anything else: they end in order when the start that runs them is
// killed outright, and do not live on behind its back. What they start in turn loads this too, and is left alone.
const LIMIT_MS = 10_000

if (process.env.PLUMBLINE_START === String(process.ppid)) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel?.unref()
}
