import type { Reason } from '#lib/training/take-refusal'
import type { Receipt } from '#lib/training/take-view'

/** What the server says to a signature. */
export type SignAnswer = { ok: true; receipt: Receipt } | { ok: false; reason: Reason }

/** How far a signature is. `waiting`: the connection is gone, and it is sent again. */
export type Signing = { state: 'idle' | 'sending' | 'waiting' | 'signed-out' } | SignAnswer

const AGAIN_AFTER_MS = 4_000
const LIMIT_MS = 20_000

/** Sends a signature until there is an answer. Sent twice it signs once, so that a lost answer costs nothing. */
export function signSender(url: string, tell: (signing: Signing) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let body: string | null = null
  let isUnderWay = false

  const again = () => void send()
  const settle = (signing: Signing) => {
    body = null
    tell(signing)
  }
  const send = async () => {
    clearTimeout(timer)
    if (!body || isUnderWay) return
    isUnderWay = true
    tell({ state: 'sending' })
    const answer = await attempt(url, body)
    isUnderWay = false
    if (answer === 'signed-out') return settle({ state: 'signed-out' })
    if (answer !== 'lost') return settle(answer)
    tell({ state: 'waiting' })
    timer = setTimeout(again, AGAIN_AFTER_MS)
  }
  window.addEventListener('online', again)
  return {
    send: (sent: object) => {
      body = JSON.stringify(sent)
      void send()
    },
    stop: () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    },
  }
}

async function attempt(url: string, body: string): Promise<SignAnswer | 'lost' | 'signed-out'> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    if (answer.status === 401) return 'signed-out'
    return answer.ok ? ((await answer.json()) as SignAnswer) : 'lost'
  } catch {
    return 'lost'
  }
}
