'use client'

import { useRef, useState } from 'react'
import type { PersonChoices } from '#lib/people/directory'
import type { FieldProps } from './field.tsx'
import { type Option, Select } from './select.tsx'

const SEARCH_AFTER_MS = 250
const SHORTEST = 2

type Found = Awaited<ReturnType<typeof askFor>>

/** What the directory has for these words; null when it could not be asked. */
async function askFor(
  words: string,
  signal: AbortSignal,
): Promise<{ people: Option[]; more: boolean } | null> {
  try {
    const answer = await fetch(`/api/people?q=${encodeURIComponent(words)}`, { signal })
    return answer.ok ? ((await answer.json()) as { people: Option[]; more: boolean }) : null
  } catch {
    return null
  }
}

function inWords(found: Found): string {
  if (!found) return 'The directory could not be searched just now. Please try again.'
  const { people, more } = found
  if (more)
    return `The first ${people.length} who match are in the list. Write more of the name to see fewer.`
  if (people.length === 0) return 'Nobody who works here matches.'
  return people.length === 1
    ? '1 person matches: choose them in the list.'
    : `${people.length} people match: choose one in the list.`
}

function once(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()]
}

/**
 * One person of the practice: a list of everybody, or in a large practice a list of those that a search beside it finds.
 * What is submitted is the id either way.
 */
export function PersonField({
  people,
  everybody,
  label,
  ...field
}: PersonChoices &
  Omit<FieldProps, 'label'> & {
    label: string
    empty?: string | undefined
    defaultValue?: string | undefined
  }) {
  const { id = field.name } = field
  const [found, setFound] = useState<readonly Option[]>([])
  const [says, setSays] = useState('')
  const asked = useRef<AbortController>(null)
  if (everybody) return <Select {...field} label={label} options={people} width="half" />

  const list = () => document.getElementById(id)
  const show = async (words: string, signal: AbortSignal) => {
    const answer = signal.aborted ? null : await askFor(words, signal)
    if (signal.aborted) return
    const select = list()
    const chosen = select instanceof HTMLSelectElement ? select.selectedOptions[0] : undefined
    const kept = chosen?.value ? [{ value: chosen.value, label: chosen.label }] : []
    setFound([...(answer?.people ?? []), ...kept])
    setSays(inWords(answer))
  }
  const search = (words: string) => {
    asked.current?.abort()
    setSays('')
    if (words.trim().length < SHORTEST) return
    const { signal } = (asked.current = new AbortController())
    setTimeout(() => void show(words, signal), SEARCH_AFTER_MS)
  }
  return (
    <Select
      {...field}
      label={label}
      options={once([...found, ...people])}
      width="half"
      above={
        <>
          <input
            id={`${id}-find`}
            className="control control-half person-find"
            type="search"
            autoComplete="off"
            aria-label={`Find a person: ${label}`}
            placeholder="Find by name, job or e-mail"
            onChange={(event) => search(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // It would send the whole form.
              event.preventDefault()
              list()?.focus()
            }}
          />
          <p className="field-hint" role="status">
            {says}
          </p>
        </>
      }
    />
  )
}
