import { type Kept, type KeptValues, keptOf, mergeKept, valuesOfKept } from '#lib/training/take-schema'

const SAVE_AFTER_MS = 600
const AGAIN_AFTER_MS = 4_000

/** Whether what stands on the page is also on the server. */
export type Keeping = 'none' | 'saving' | 'saved' | 'waiting' | 'signed-out'

/** Where a draft goes to. */
export interface DraftDoor {
  url: string
  method: 'PUT' | 'POST'
  /** What is sent besides `basis` and `values`. */
  extra: Readonly<Record<string, string>>
}

interface Hearer {
  /** The version of the text: what was answered under another one does not count. */
  basis: string
  door: DraftDoor
  /** Under which name this browser keeps it as well; null where nothing may stay in the browser. */
  storage: string | null
  tell: (keeping: Keeping) => void
  /** What the server had when the page was drawn. */
  onServer: Kept
  /** What this browser kept and the server did not have, with what the server had. */
  found: (kept: Kept) => void
  /** What another tab of this browser has. */
  heard: (kept: Kept) => void
}

export interface Keeper {
  changed: (kept: Kept) => void
  /** Signed: nothing is kept any more. */
  over: () => void
  stop: () => void
}

interface Stored {
  basis: string
  values: KeptValues
  /** Not on the server yet. */
  unsaved: boolean
}

function stored(storage: string | null): Stored | null {
  try {
    const text = storage && localStorage.getItem(storage)
    return text ? (JSON.parse(text) as Stored) : null
  } catch {
    return null
  }
}

/** What this browser kept and the server does not have, brought together with what the server has; null when nothing. */
function unsavedHere(storage: string | null, basis: string, onServer: Kept): Kept | null {
  const here = stored(storage)
  if (!here?.unsaved || here.basis !== basis) return null
  return mergeKept(onServer, keptOf(here.values, onServer.language))
}

/** Keeps how far somebody is: in the browser at once, on the server a moment later, again and again until it is there. */
export function keepTaking({ basis, door, storage, tell, onServer, found, heard }: Hearer): Keeper {
  let latest: KeptValues | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isUnsaved = false
  let ended = false

  const store = () => {
    if (!storage || !latest) return
    try {
      localStorage.setItem(storage, JSON.stringify({ basis, values: latest, unsaved: isUnsaved }))
    } catch {
      // A browser that keeps nothing still has the server.
    }
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }
  const save = async (keepalive = false) => {
    clearTimeout(timer)
    const sent = latest
    if (!sent || !isUnsaved || ended) return
    const body = JSON.stringify({ ...door.extra, basis, values: sent })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(door.url, { method: door.method, headers, body, keepalive }).catch(() => null)
    if (ended) return
    if (answer?.ok && sent === latest) {
      isUnsaved = false
      store()
      tell('saved')
    } else if (answer?.status === 401 && !storage) {
      // A turn at a shared tablet is over.
      location.reload()
    } else if (!answer?.ok) {
      tell(answer?.status === 401 ? 'signed-out' : 'waiting')
      later(AGAIN_AFTER_MS)
    }
  }
  const onOnline = () => void save()
  const onHide = () => {
    if (document.visibilityState === 'hidden') void save(true)
  }
  const onStorage = ({ key }: StorageEvent) => {
    const there = key === storage ? stored(storage) : null
    if (there?.basis === basis) heard(keptOf(there.values, 'en'))
  }
  window.addEventListener('online', onOnline)
  window.addEventListener('storage', onStorage)
  document.addEventListener('visibilitychange', onHide)
  const stop = () => {
    ended = true
    clearTimeout(timer)
    window.removeEventListener('online', onOnline)
    window.removeEventListener('storage', onStorage)
    document.removeEventListener('visibilitychange', onHide)
  }
  const changed = (kept: Kept) => {
    latest = valuesOfKept(kept)
    isUnsaved = true
    store()
    tell('saving')
    later(SAVE_AFTER_MS)
  }
  const here = unsavedHere(storage, basis, onServer)
  if (here)
    queueMicrotask(() => {
      if (ended) return
      found(here)
      changed(here)
    })
  return {
    changed,
    over: () => {
      stop()
      if (storage) localStorage.removeItem(storage)
    },
    stop,
  }
}
