import { coverStates } from '#lib/frameworks/coverage'
import type { SearchParams } from '#lib/kernel/table'

const forces = ['required', 'addressable', 'standard'] as const

/** What the address of a framework's page asks for. */
export interface View {
  show: string | null
  force: string | null
  /** The id of a topmost group, such as a function or a section. */
  part: string | null
  /** Whether what was proposed in 2025 stands beside what is in force. */
  overlay: boolean
  page: number
}

/** The view of an address; what is unknown is left out. */
export function parseView({ show, force, in: part, proposal, page }: SearchParams): View {
  const number = Number(page)
  return {
    show: coverStates.find(({ value }) => value === show)?.value ?? null,
    force: forces.find((value) => value === force) ?? null,
    part: typeof part === 'string' && part !== '' ? part.slice(0, 80) : null,
    overlay: proposal === 'yes',
    page: Number.isInteger(number) && number > 0 && number < 1000 ? number : 1,
  }
}

/** The query of a view, without what is usual. The inverse of `parseView`. */
export function viewQuery({ show, force, part, overlay, page }: View): string {
  const params = new URLSearchParams()
  if (show) params.set('show', show)
  if (force) params.set('force', force)
  if (part) params.set('in', part)
  if (overlay) params.set('proposal', 'yes')
  if (page > 1) params.set('page', String(page))
  const query = params.toString()
  return query ? `?${query}` : ''
}
