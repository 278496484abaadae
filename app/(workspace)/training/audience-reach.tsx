'use client'

import { useEffect, useRef, useState } from 'react'
import { ButtonLink } from '#components/ui/button'
import { count } from '#lib/base/text'

interface Reached {
  people: number
  unsorted: number
}

const settleMs = 200

/** What the form around an element says of its audience, as the address that counts it. */
function addressOf(form: HTMLFormElement): string {
  const data = new FormData(form)
  const texts = (name: string) => data.getAll(name).filter((one) => typeof one === 'string' && one !== '')
  const query = new URLSearchParams()
  for (const [key, name] of [
    ['group', 'groups[]'],
    ['site', 'siteIds[]'],
  ] as const)
    for (const value of texts(name)) if (typeof value === 'string') query.append(key, value)
  const [opensOn] = texts('opensOn')
  if (data.get('occasion') === 'joining' && typeof opensOn === 'string') query.set('since', opensOn)
  return `/training/audience?${query}`
}

async function ask(address: string, signal: AbortSignal): Promise<Reached | null> {
  try {
    const answer = await fetch(address, { signal })
    return answer.ok ? ((await answer.json()) as Reached) : null
  } catch {
    return null
  }
}

/** How many people the audience of the form around it reaches, counted anew with each change of it. */
export function AudienceReach({ initial, hasGroups }: { initial: Reached; hasGroups: boolean }) {
  const [reached, setReached] = useState(initial)
  const [byGroup, setByGroup] = useState(hasGroups)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let asked = new AbortController()
    let known = addressOf(form)
    const show = async (address: string, signal: AbortSignal) => {
      const found = signal.aborted ? null : await ask(address, signal)
      if (!found || signal.aborted) return
      setReached(found)
      setByGroup(address.includes('group='))
    }
    const look = () => {
      const address = addressOf(form)
      if (address === known) return
      known = address
      asked.abort()
      const { signal } = (asked = new AbortController())
      setTimeout(() => void show(address, signal), settleMs)
    }
    form.addEventListener('change', look)
    return () => {
      asked.abort()
      form.removeEventListener('change', look)
    }
  }, [])
  const { people, unsorted } = reached
  return (
    <div ref={place} className="campaign-reach">
      <p role="status">
        Reaches <strong>{count(people, 'person', 'people')}</strong>, before anybody is named.
        {byGroup && unsorted > 0
          ? ` ${count(unsorted, 'person there has', 'people there have')} a job title that is not sorted yet: they are missed.`
          : null}
      </p>
      {byGroup && unsorted > 0 ? (
        <ButtonLink href="/training/work-groups" size="small">
          See which job titles are not sorted
        </ButtonLink>
      ) : null}
    </div>
  )
}
