'use client'

import { useState } from 'react'
import type { Words } from '#lib/training/words-en'
import { searchable } from './searchable.ts'

/** Who can sign here: names, and nothing else of anybody. */
export function KioskNames({
  people,
  words,
  language,
}: {
  people: readonly { id: string; name: string }[]
  words: Words
  language: string
}) {
  const [wanted, setWanted] = useState('')
  const shown = people.filter(({ name }) => searchable(name).includes(searchable(wanted)))
  return (
    <>
      <h1>{words.kioskWho}</h1>
      {people.length > 8 ? (
        <div className="field-main">
          <label className="field-label" htmlFor="find">
            {words.kioskFind}
          </label>
          <input
            id="find"
            className="control"
            autoComplete="off"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      ) : null}
      {shown.length > 0 ? (
        <ul className="kiosk-names">
          {shown.map(({ id, name }) => (
            <li key={id}>
              <a href={`/kiosk?who=${id}&lang=${language}`}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p role="status">{people.length > 0 ? words.kioskNobodyLike : words.kioskNobody}</p>
      )}
    </>
  )
}
