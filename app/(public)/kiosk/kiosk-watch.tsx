'use client'

import { useEffect, useRef, useState } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { Words } from '#lib/training/words-en'

const WARN_SECONDS = 20
const TOUCH_MS = 30_000
const AGAIN_MS = 3_000
const ACTIVITY = ['pointerdown', 'keydown', 'scroll', 'touchmove'] as const

const send = (what: string) =>
  fetch('/kiosk/send', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, keepalive: true },
    body: JSON.stringify({ what }),
  }).catch(() => null)

/**
 * Gives a tablet back when nobody touches it: asks first, then covers the page and leaves. Tells the server that somebody is
 * still there. A page that the back button brings from the browser's memory is loaded anew.
 */
export function KioskWatch({
  seconds,
  isTurn,
  words,
  language,
}: {
  seconds: number | null
  isTurn: boolean
  words: Words
  language: string
}) {
  const [left, setLeft] = useState<number | null>(null)
  const stay = useRef<() => void>(() => undefined)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    document.documentElement.lang = language
    // What its owner had begun to read in this browser is nobody's here.
    for (const key of Object.keys(localStorage))
      if (key.startsWith('plumbline ')) localStorage.removeItem(key)
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.replace('/kiosk')
    }
    window.addEventListener('pageshow', onShow)
    return () => window.removeEventListener('pageshow', onShow)
  }, [language])
  useEffect(() => {
    if (seconds === null) return
    let deadline = performance.now() + seconds * 1000
    let touched = performance.now()
    let isAsking = false
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const leave = async () => {
      if (isTurn) {
        const answer = await send('finish')
        // Without a network the page stays covered until there is one.
        if (!answer) {
          timer = setTimeout(() => void leave(), AGAIN_MS)
          return
        }
      }
      location.replace(`/kiosk?lang=${language}`)
    }
    const tick = () => {
      const now = Math.ceil((deadline - performance.now()) / 1000)
      if (now <= 0) {
        isOver = true
        setLeft(0)
        void leave()
        return
      }
      isAsking = now <= WARN_SECONDS
      setLeft(isAsking ? now : null)
      timer = setTimeout(tick, 500)
    }
    const again = () => {
      if (isOver) return
      deadline = performance.now() + seconds * 1000
      isAsking = false
      setLeft(null)
      if (!isTurn || performance.now() - touched < TOUCH_MS) return
      touched = performance.now()
      void send('touch').then((answer) => {
        if (answer?.status === 401) location.replace('/kiosk')
      })
    }
    // Once the question is on screen only its answer counts.
    const onActivity = () => {
      if (!isAsking) again()
    }
    stay.current = again
    for (const name of ACTIVITY) document.addEventListener(name, onActivity, { passive: true })
    tick()
    return () => {
      clearTimeout(timer)
      for (const name of ACTIVITY) document.removeEventListener(name, onActivity)
    }
  }, [seconds, isTurn, language])
  const isAsked = left !== null
  useEffect(() => {
    if (isAsked) button.current?.focus()
  }, [isAsked])
  if (left === null) return null
  if (left === 0) return <div className="kiosk-cover" data-over />
  return (
    <div
      className="kiosk-cover"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
    >
      <div className="kiosk-asked">
        <h2 id="idle-title">{words.idleTitle}</h2>
        <p id="idle-text">{fillIn(words.idleText, { seconds: left })}</p>
        <button
          ref={button}
          type="button"
          className="btn btn-primary btn-wide"
          onClick={() => stay.current()}
        >
          {words.idleStay}
        </button>
      </div>
    </div>
  )
}
