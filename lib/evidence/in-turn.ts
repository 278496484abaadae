/** Files that are looked through and stored at the same time; each takes tens of megabytes and a connection meanwhile. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/** Does the work as soon as fewer than two others are under way in this process, first come first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place is handed on, not given back.
    if (next) next()
    else running -= 1
  }
}
