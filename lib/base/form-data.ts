// Whatever reads a form also answers it: no refusal may fall back to the schema library's own words.
import './plain-answers.ts'

/**
 * A submitted form as a plain object: 'a.b' nests, names ending in '[]' are lists, everything else is the last text given.
 * File fields and framework fields ($ACTION…) are left out.
 */
export function formObject(form: FormData): Record<string, unknown> {
  const root = bare()
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    const isList = name.endsWith('[]')
    const path = (isList ? name.slice(0, -2) : name).split('.')
    let place = root
    for (const part of path.slice(0, -1)) {
      const next = place[part]
      place = isPlain(next) ? next : (place[part] = bare())
    }
    const last = path[path.length - 1] ?? name
    if (!isList) place[last] = value
    else {
      const before = place[last]
      const list: unknown[] = Array.isArray(before) ? before : []
      // An empty hidden input says that the list was on the form with nothing chosen.
      place[last] = value === '' ? list : [...list, value]
    }
  }
  return root
}

/** An object without a prototype, which no field name can reach. */
function bare(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
