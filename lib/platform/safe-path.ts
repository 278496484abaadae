const US = 'http://this.invalid'

/** The path (with query) to go to after sign-in, when it is one of ours that makes sense there; otherwise '/'. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted) || !URL.canParse(wanted, US)) return '/'
  const url = new URL(wanted, US)
  const isOurs = url.origin === US && !url.pathname.startsWith('//')
  const isPage = !/^\/(sign-in|sign-out|setup|link|api|export|_next)(\/|$)/i.test(url.pathname)
  return isOurs && isPage ? url.pathname + url.search + url.hash : '/'
}
