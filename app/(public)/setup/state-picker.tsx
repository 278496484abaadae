'use client'

import { useState } from 'react'
import { controlProps, GroupField } from '#components/form/field'
import { usStates } from '#lib/people/places'

const LABEL = 'States it operates in'
const HINT = 'Also those of patients seen by video: the law on AI differs by state.'

/** Boxes for all states, with a field that shortens the list to what is typed; what is ticked always stays in sight. */
export function StatePicker({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly string[]
  onChange: (states: readonly string[]) => void
  error: string | undefined
}) {
  const [wanted, setWanted] = useState('')
  const typed = wanted.trim().toLowerCase()
  const field = { name: 'states', label: LABEL, hint: HINT, error, required: true }
  const names = usStates.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return (
    <GroupField {...field}>
      <input
        id={controlProps(field).id}
        className="control control-half mb-2"
        type="search"
        placeholder="Find a state"
        aria-label="Find a state"
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div className="choices choices-3 max-h-48 overflow-y-auto rounded-md border border-line px-3 py-1">
        {usStates.map(({ value, label }) =>
          chosen.includes(value) || label.toLowerCase().includes(typed) || value.toLowerCase() === typed ? (
            <label key={value} className="choice">
              <input
                type="checkbox"
                name="states[]"
                value={value}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, value] : chosen.filter((state) => state !== value),
                  )
                }
              />
              <span>{label}</span>
            </label>
          ) : null,
        )}
      </div>
      <p role="status" className="mt-1 text-muted">
        {names.length > 0 ? `Chosen: ${names.join(', ')}` : ''}
      </p>
    </GroupField>
  )
}
