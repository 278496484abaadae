'use client'

import { useEffect, useRef, useState } from 'react'
import type { Deadline } from '#lib/people/session-deadline'
import { buttonClass } from '../ui/button.tsx'

const WARN_SECONDS = 60
const PING_MS = 60_000
/** The server may have noted the last use of the page half a minute earlier than the page itself. */
const MARGIN_SECONDS = 30
const CHANNEL = 'plumbline-session'
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

type Warning = { secondsLeft: number; why: Deadline['why'] }

function isDeadline(value: unknown): value is Deadline {
  if (typeof value !== 'object' || value === null) return false
  return 'secondsLeft' in value && typeof value.secondsLeft === 'number' && 'why' in value
}

/** Leads to the page for signing in, and from there back here. */
function toSignIn(why: Deadline['why']): void {
  location.assign(`/sign-in?why=${why}&next=${encodeURIComponent(location.pathname + location.search)}`)
}

/** Ends the session when time is up. */
async function leave(why: Deadline['why']): Promise<void> {
  await fetch('/api/session', { method: 'DELETE', keepalive: true }).catch(() => undefined)
  toSignIn(why)
}

/** Watches the page; calls `show` each second of the last minute and with null when there is time again. Ends by `stop`. */
function watchSession(idleMinutes: number, show: (warning: Warning | null) => void) {
  let deadline = performance.now() + (idleMinutes * 60 - MARGIN_SECONDS) * 1000
  let why: Deadline['why'] = 'idle'
  let lastContact = performance.now()
  let warned = false
  let over = false
  let tickTimer: ReturnType<typeof setTimeout> | undefined
  let pingTimer: ReturnType<typeof setTimeout> | undefined
  const channel = new BroadcastChannel(CHANNEL)

  const tick = () => {
    clearTimeout(tickTimer)
    const left = Math.ceil((deadline - performance.now()) / 1000)
    if (over) return
    if (left <= 0) {
      over = true
      void leave(why)
      return
    }
    const isNear = left <= WARN_SECONDS
    if (isNear || warned) show(isNear ? { secondsLeft: left, why } : null)
    warned = isNear
    tickTimer = setTimeout(tick, isNear ? 1000 : Math.min(60_000, (left - WARN_SECONDS) * 1000))
  }
  const settle = (found: Deadline) => {
    deadline = performance.now() + found.secondsLeft * 1000
    why = found.why
    lastContact = performance.now()
    tick()
  }
  const ping = async () => {
    clearTimeout(pingTimer)
    pingTimer = undefined
    lastContact = performance.now()
    const answer = await fetch('/api/session', { method: 'POST' }).catch(() => null)
    if (over || answer === null) return
    if (answer.status === 401) {
      // A form says so itself, and keeps what was typed on the page until somebody is signed in again.
      if (document.querySelector('[data-unsaved]')) return
      over = true
      toSignIn('idle')
    } else if (answer.ok) {
      const found: unknown = await answer.json()
      if (!isDeadline(found)) return
      settle(found)
      channel.postMessage(found)
    }
  }
  const onActivity = () => {
    // Once the question is on screen only its answer counts: a nudged mouse is not somebody who is there.
    if (over || warned || pingTimer !== undefined) return
    const since = performance.now() - lastContact
    if (since >= PING_MS) void ping()
    else pingTimer = setTimeout(() => void ping(), PING_MS - since)
  }
  const onReturn = () => {
    if (document.visibilityState === 'visible') onActivity()
    tick()
  }
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (isDeadline(event.data)) settle(event.data)
  }
  for (const name of ACTIVITY) document.addEventListener(name, onActivity, { passive: true })
  document.addEventListener('visibilitychange', onReturn)
  tick()
  return {
    stay: () => void ping(),
    stop: () => {
      over = true
      clearTimeout(tickTimer)
      clearTimeout(pingTimer)
      channel.close()
      for (const name of ACTIVITY) document.removeEventListener(name, onActivity)
      document.removeEventListener('visibilitychange', onReturn)
    },
  }
}

/** Automatic logoff: asks a minute before the session ends and leaves when nobody answers. Tabs share one clock. */
export function IdleTimer({ idleMinutes }: { idleMinutes: number }) {
  const [warning, setWarning] = useState<Warning | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const watch = useRef<ReturnType<typeof watchSession>>(null)
  useEffect(() => {
    const watching = watchSession(idleMinutes, setWarning)
    watch.current = watching
    return watching.stop
  }, [idleMinutes])
  const isOpen = warning !== null
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  const canStay = warning?.why !== 'ended'
  return (
    <dialog
      className="dialog"
      ref={dialog}
      role="alertdialog"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={(event) => {
        event.preventDefault()
        watch.current?.stay()
      }}
    >
      <h2 id="idle-title">{canStay ? 'Are you still there?' : 'Your time signed in is over'}</h2>
      <p className="dialog-body" id="idle-text">
        You will be signed out in {warning?.secondsLeft ?? 0} s
        {canStay ? ' because nobody used this page.' : '.'} What you typed is kept.
      </p>
      <div className="dialog-actions">
        {canStay ? (
          <button
            type="button"
            className={buttonClass({ variant: 'primary' })}
            onClick={() => watch.current?.stay()}
          >
            Stay signed in
          </button>
        ) : (
          <button type="button" className={buttonClass({})} onClick={() => dialog.current?.close()}>
            Close
          </button>
        )}
      </div>
    </dialog>
  )
}
