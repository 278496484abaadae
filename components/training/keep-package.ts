import type { PackageState } from '#lib/training/package-schema'

const SAVE_AFTER_MS = 800
const AGAIN_AFTER_MS = 4_000
/** A browser that closes a page sends at most so much after it. */
const KEEPALIVE_CHARACTERS = 60_000

/** How far the package is, as the server has it. */
export interface PackageStanding {
  done: boolean
  tooFew: boolean
}

/** `waiting`: not on the server yet, and sent again by itself. */
export type PackageKeeping = 'saved' | 'waiting' | 'signed-out'

interface Door {
  url: string
  /** What is sent besides the state. */
  extra: Readonly<Record<string, string>>
  tell: (keeping: PackageKeeping, standing: PackageStanding | null) => void
  /** The text was changed meanwhile: there is another page by now. */
  changed: () => void
}

/** Keeps where a package stands on the server: a moment after it changed, again and again until it is there. */
export function keepPackageState({ url, extra, tell, changed }: Door) {
  let latest: PackageState | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isUnderWay = false
  let ended = false

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }
  const save = async (leaving = false) => {
    clearTimeout(timer)
    const state = latest
    if (!state || (isUnderWay && !leaving)) return
    isUnderWay = true
    const body = JSON.stringify({ ...extra, state })
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: leaving && body.length < KEEPALIVE_CHARACTERS,
    }).catch(() => null)
    isUnderWay = false
    const said = answer?.ok
      ? ((await answer.json().catch(() => null)) as
          | ({ ok: true } & PackageStanding)
          | { ok: false; reason: string }
          | null)
      : null
    if (said && !said.ok && said.reason !== 'fault') return ended ? undefined : changed()
    if (!said?.ok) {
      if (!ended) tell(answer?.status === 401 ? 'signed-out' : 'waiting', null)
      if (!ended) later(AGAIN_AFTER_MS)
      return
    }
    if (latest === state) latest = null
    else if (!ended) later(0)
    if (!ended) tell('saved', { done: said.done, tooFew: said.tooFew })
  }
  const onHide = () => {
    if (document.visibilityState === 'hidden') void save(true)
  }
  const onOnline = () => void save()
  window.addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onHide)
  return {
    changed: (state: PackageState) => {
      latest = state
      later(SAVE_AFTER_MS)
    },
    stop: () => {
      // What was not sent yet goes out once more.
      void save(true)
      ended = true
      clearTimeout(timer)
      window.removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onHide)
    },
  }
}
