'use client'

import { useState } from 'react'
import { PersonField } from '#components/form/person-field'
import { TextArea } from '#components/form/text-area'
import { Button } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { type FormValues, listIn, textIn } from '../form-values.ts'

/** Who is in a new campaign, or left out of it, whatever their work group and site. */
export function NamedPeople({
  people,
  values,
  draft,
  errors,
}: {
  people: PersonChoices
  values: FormValues
  /** What was typed before: it needs as many lists as it names people. */
  draft: FormValues | undefined
  errors: Readonly<Record<string, string | undefined>>
}) {
  const list = (name: string, label: string, error: string | undefined) => (
    <Names
      name={name}
      label={label}
      people={people}
      chosen={listIn(values, name)}
      kept={draft?.[name]?.length ?? 0}
      error={error}
    />
  )
  return (
    <fieldset className="named-people">
      <legend className="field-label">By name, beside work groups and sites</legend>
      {list('takeIn[]', 'Take in', errors.takeIn)}
      {list('leaveOut[]', 'Leave out', errors.leaveOut)}
      <TextArea
        name="nameReason"
        label="Why by name?"
        hint="Needed once somebody is named: “covers the front desk on Fridays”."
        limit={1000}
        rows={2}
        defaultValue={textIn(values, 'nameReason')}
        error={errors.nameReason}
      />
    </fieldset>
  )
}

/** One list for each person, and one more to choose from. */
function Names({
  name,
  label,
  people,
  chosen,
  kept,
  error,
}: {
  name: string
  label: string
  people: PersonChoices
  chosen: readonly string[]
  kept: number
  error: string | undefined
}) {
  const [rows, setRows] = useState(Math.max(chosen.length + 1, kept))
  const id = name.replace('[]', '')
  return (
    <div className="named-list">
      {Array.from({ length: rows }, (_, at) => (
        <PersonField
          // Lists are only added, never moved.
          key={at}
          {...people}
          name={name}
          id={at === 0 ? id : `${id}-${at + 1}`}
          label={at === 0 ? label : `${label}: person ${at + 1}`}
          empty="Nobody"
          defaultValue={chosen[at] ?? ''}
          error={at === 0 ? error : undefined}
        />
      ))}
      <Button type="button" size="small" onClick={() => setRows(rows + 1)}>
        One more to {label.toLowerCase()}
      </Button>
    </div>
  )
}
