/** The address of the page that changes one role. */
export function withRole(href: string, role: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ role })}`
}
