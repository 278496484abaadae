'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { PackageState } from '#lib/training/package-schema'
import type { Words } from '#lib/training/words-en'
import { Callout } from '../ui/callout.tsx'
import { keepPackageState, type PackageKeeping, type PackageStanding } from './keep-package.ts'
import './package-frame.css'

/** A package and where it plays. */
export interface PackagePlay {
  title: string
  /** The address of packages; null while nobody has set it. */
  origin: string | null
  /** Of the page around the package. */
  src: string
  /** What the package is told at its start. */
  begin: {
    version: '1.2' | '2004'
    launch: string
    learner: { id: string; name: string }
    mastery: number | null
  }
  state: PackageState | null
  /** Whether it has reported enough to sign before. */
  done: boolean
  /** Points out of a hundred that the course asks for. */
  passPercent: number
}

/** Where a package stands on this page: what it is given when it is opened again. */
export interface Played {
  state: PackageState | null
  done: boolean
}

const SILENT_AFTER_MS = 15_000
const never = () => () => undefined

/** Plays a package at its own address, and hears from it where somebody stands. Without `keep` it is a try that keeps nothing. */
export function PackageFrame({
  play,
  words,
  keep,
  tell,
}: {
  play: PackagePlay
  words: Words
  keep: { url: string; extra: Readonly<Record<string, string>>; changedHref: string } | null
  tell?: (played: Played) => void
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  // As the page was drawn: a new ticket must not begin the package anew.
  const [first] = useState({ play, keep, tell })
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [isSilent, setSilent] = useState(false)
  const [hasBegun, setBegun] = useState(false)
  const [keeping, setKeeping] = useState<PackageKeeping>('saved')
  const [standing, setStanding] = useState<PackageStanding>({ done: play.done, tooFew: false })
  const [points, setPoints] = useState<number | null>(null)

  useEffect(() => {
    const { origin, begin, state: kept, passPercent } = first.play
    if (!origin) return
    let latest = kept
    const told = (now: PackageStanding) => {
      setStanding((before) => ({ done: before.done || now.done, tooFew: now.tooFew }))
      if (now.done) first.tell?.({ state: latest, done: true })
    }
    const keeper = first.keep
      ? keepPackageState({
          ...{ url: first.keep.url, extra: first.keep.extra },
          tell: (next, now) => {
            setKeeping(next)
            if (now) told(now)
          },
          changed: () => location.replace(first.keep?.changedHref ?? location.href),
        })
      : null
    const silence = setTimeout(() => setSilent(true), SILENT_AFTER_MS)
    const hear = async ({ origin: from, source, data }: MessageEvent<unknown>) => {
      const target = frame.current?.contentWindow
      if (from !== origin || !target || source !== target || typeof data !== 'object' || data === null) return
      const { kind, state: said } = data as { kind?: unknown; state?: unknown }
      if (kind === 'plumbline ready') {
        clearTimeout(silence)
        setSilent(false)
        const { title } = first.play
        target.postMessage({ kind: 'plumbline begin', ...begin, title, state: latest }, origin)
      }
      if (kind === 'plumbline begun') setBegun(true)
      if (kind !== 'plumbline state') return
      const shape = await import('#lib/training/package-schema')
      const found = shape.packageState.safeParse(said)
      if (!found.success) return
      latest = found.data
      first.tell?.({ state: latest, done: false })
      setPoints(shape.pointsOf(found.data))
      if (keeper) keeper.changed(found.data)
      else
        told({
          done: shape.reportOf(found.data, passPercent, new Date(0)) !== null,
          tooFew: shape.isTooFew(found.data, passPercent),
        })
    }
    const onMessage = (event: MessageEvent<unknown>) => void hear(event)
    window.addEventListener('message', onMessage)
    return () => {
      clearTimeout(silence)
      window.removeEventListener('message', onMessage)
      keeper?.stop()
    }
  }, [first])

  const { origin, src, title, passPercent } = first.play
  if (!origin) return <Callout tone="attention" title={words.packageNowhere} />
  const said = standing.done
    ? points === null
      ? words.packageDone
      : fillIn(words.packageDonePoints, { points })
    : standing.tooFew
      ? fillIn(words.packageTooFew, { percent: passPercent })
      : words.packagePlay
  return (
    <div className="package-frame">
      <noscript>
        <p>{words.packageNoScript}</p>
      </noscript>
      {isScripted ? (
        <iframe
          ref={frame}
          src={src}
          title={fillIn(words.packageTitle, { title })}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          allow="fullscreen; autoplay"
          referrerPolicy="no-referrer"
        />
      ) : null}
      <div className="package-below">
        <p role="status">
          {isSilent ? '' : hasBegun || standing.done ? said : words.packageOpening}
          {keeping === 'waiting' ? ` ${words.packageSaving}` : ''}
          {keeping === 'signed-out' ? ` ${words.signedOut}` : ''}
        </p>
        {isScripted && document.fullscreenEnabled ? (
          <button
            type="button"
            className="btn btn-secondary"
            onClick={() => void frame.current?.requestFullscreen().catch(() => undefined)}
          >
            {words.packageFull}
          </button>
        ) : null}
      </div>
      {isSilent ? <Callout tone="attention" title={fillIn(words.packageSilent, { origin })} /> : null}
    </div>
  )
}
