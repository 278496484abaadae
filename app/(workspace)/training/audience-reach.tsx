'use client'

import { useEffect, useRef, useState } from 'react'
import { count } from '#lib/base/text'

interface Reached {
  people: number
  unsorted: number
}

const settleMs = 200

/** What the form around an element says of its audience, as the address that counts it. */
function addressOf(form: HTMLFormElement): string {
  const data = new FormData(form)
  const query = new URLSearchParams()
  for (const group of data.getAll('groups[]')) if (group !== '') query.append('group', String(group))
  for (const site of data.getAll('siteIds[]')) if (site !== '') query.append('site', String(site))
  if (data.get('occasion') === 'joining') query.set('since', String(data.get('opensOn') ?? ''))
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
    const look = () => {
      const address = addressOf(form)
      if (address === known) return
      known = address
      asked.abort()
      const { signal } = (asked = new AbortController())
      setTimeout(async () => {
        const found = signal.aborted ? null : await ask(address, signal)
        if (!found || signal.aborted) return
        setReached(found)
        setByGroup(address.includes('group='))
      }, settleMs)
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
        <p>
          <a href="/training/work-groups">See which job titles are not sorted</a>
        </p>
      ) : null}
    </div>
  )
}
