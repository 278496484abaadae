'use client'

import { useEffect, useRef, useState } from 'react'

/** One question of the filters. Pairs instead of objects: a list of a large practice sends hundreds of them. */
export interface FilterGroup {
  name: string
  label: string
  choices: readonly (readonly [value: string, label: string])[]
  chosen: readonly string[]
}

/** The choices of the filters, drawn when their panel opens for the first time; until then the form just keeps what is chosen. */
export function FilterChoices({
  usual,
  others,
  drawn,
}: {
  usual: readonly FilterGroup[]
  /** Asked on demand. */
  others: readonly FilterGroup[]
  /** From the start. */
  drawn: boolean
}) {
  const place = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(drawn)
  useEffect(() => {
    const panel = place.current?.closest<HTMLElement>('[popover]')
    const draw = () => setWanted(true)
    if (panel?.matches(':popover-open')) draw()
    panel?.addEventListener('beforetoggle', draw)
    return () => panel?.removeEventListener('beforetoggle', draw)
  }, [])
  return (
    <div ref={place}>
      {wanted ? <Groups groups={usual} /> : <Kept groups={usual} />}
      {others.length > 0 ? (
        <details className="filter-more" open={others.some(({ chosen }) => chosen.length > 0)}>
          <summary>More filters</summary>
          {wanted ? <Groups groups={others} /> : <Kept groups={others} />}
        </details>
      ) : null}
    </div>
  )
}

function Groups({ groups }: { groups: readonly FilterGroup[] }) {
  return (
    <div className="filter-groups">
      {groups.map(({ name, label, choices, chosen }) => (
        <fieldset key={name} className="filter-group">
          <legend>{label}</legend>
          <div className="filter-values">
            {choices.map(([value, words]) => (
              <label key={value} className="choice">
                <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
                {words}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function Kept({ groups }: { groups: readonly FilterGroup[] }) {
  return groups.flatMap(({ name, chosen }) =>
    chosen.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  )
}
