import type { SessionContext } from '#lib/platform/session'

/** A path of ours with those parameters that say something; '/' as `next` goes without saying. */
export function pagePath(path: string, parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(
    ([name, value]) => value !== '' && !(name === 'next' && value === '/'),
  )
  const query = new URLSearchParams(given)
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where somebody goes whose password was right. */
export function stagePath(stage: SessionContext['stage'], next: string): string {
  if (stage === 'second-factor') return pagePath('/sign-in/second-factor', { next })
  return stage === 'enrol' ? pagePath('/sign-in/enrol', { next }) : next
}

export type PageParameters = Promise<Record<string, string | string[] | undefined>>

/** The first value of each parameter. */
export async function firstValues(parameters: PageParameters): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(await parameters)
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
}
