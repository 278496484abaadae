'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'

const LOOK_MS = 1_000
/** Looking counts as being there: who walked away must be signed out in time. */
const MOST_LOOKS = 300

interface Progress {
  state: string
  progress: number
}

function isProgress(value: unknown): value is Progress {
  return typeof value === 'object' && value !== null && 'state' in value && 'progress' in value
}

/** Looks every second how far an import is, and draws the page anew when there is something new to see. */
export function ProgressWatch({
  address,
  done,
  children,
}: {
  address: string
  done: number
  children: ReactNode
}) {
  const router = useRouter()
  const seen = useRef(done)
  const [stopped, setStopped] = useState(false)

  useEffect(() => {
    let looks = 0
    const look = async () => {
      const answer = await fetch(address, { cache: 'no-store' })
      const found: unknown = answer.ok ? await answer.json() : null
      if (!isProgress(found)) return
      if (found.state !== 'applying' || found.progress !== seen.current) {
        seen.current = found.progress
        router.refresh()
      }
    }
    const timer = setInterval(() => {
      looks += 1
      if (looks > MOST_LOOKS) {
        clearInterval(timer)
        setStopped(true)
        return
      }
      // A look that fails is made up for by the next one.
      look().catch(() => undefined)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [address, router])

  return (
    <div className="import-progress">
      {children}
      {stopped ? (
        <p role="status">This page no longer looks by itself. Load it again to see how far it is.</p>
      ) : null}
    </div>
  )
}
