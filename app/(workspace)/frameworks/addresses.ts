/** The page of a framework. */
export function frameworkHref(key: string): string {
  return `/frameworks/${encodeURIComponent(key)}`
}

/** Where a framework of the practice's own is put away, or brought back. Not below it: there, anything is a requirement. */
export function putAwayHref(key: string): string {
  return `/frameworks/put-away/${encodeURIComponent(key)}`
}

/** The page of a requirement: ids hold spaces, brackets and whatever an own file has. */
export function requirementHref(framework: string, requirement: string): string {
  return `${frameworkHref(framework)}/${encodeURIComponent(requirement)}`
}

/** A part of an address as it was before it became one; '' for what is none. */
export function partOf(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
