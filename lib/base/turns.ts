/** Does work as soon as fewer than `atOnce` others are under way, first come first served. */
export interface Turns {
  <T>(work: () => Promise<T>): Promise<T>
  /** How many wait. */
  waiting: () => number
}

export function turns(atOnce: number): Turns {
  let running = 0
  const waiting: (() => void)[] = []
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1
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
  return Object.assign(inTurn, { waiting: () => waiting.length })
}
