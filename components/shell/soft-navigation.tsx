'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

// Answers of route handlers are files, not pages; the pages beside those of evidence may as well load whole.
const files = /^\/(api|export|evidence)\/|\.(pdf|zip)$/

function optsOut(element: Element): boolean {
  return ['target', 'download', 'data-hard'].some((name) => element.hasAttribute(name))
}

/** Where a click leads inside the app, or null when the browser should handle it. */
function softTarget(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  // A mark of a chart is an SVG link: only attributes are the same for both kinds.
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!link || optsOut(link)) return null
  const url = new URL(link.getAttribute('href') ?? '', location.href)
  if (url.origin !== location.origin || files.test(url.pathname)) return null
  if (url.hash && url.pathname + url.search === location.pathname + location.search) return null
  return url.pathname + url.search + url.hash
}

/** Where a GET form (search, filters) leads, its empty fields left out of the address. */
function formTarget(event: SubmitEvent): string | null {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return null
  // Read as attributes: a field called "action" or "method" would hide the form's own properties.
  if ((form.getAttribute('method') ?? 'get').toLowerCase() !== 'get' || optsOut(form)) return null
  if (event.submitter?.hasAttribute('formaction') || event.submitter?.hasAttribute('formmethod')) return null
  const url = new URL(form.getAttribute('action') ?? '', location.href)
  if (url.origin !== location.origin || files.test(url.pathname)) return null
  const query = new URLSearchParams()
  for (const [key, value] of new FormData(form, event.submitter)) {
    if (typeof value === 'string' && value !== '') query.append(key, value)
  }
  return query.size > 0 ? `${url.pathname}?${query}` : url.pathname
}

/** Where reading goes on after the page has changed: at what the address names or at the title, unless a field took the focus. */
function focusTitle(): void {
  const main = document.getElementById('main')
  if (!main || (document.activeElement !== main && main.contains(document.activeElement))) return
  const named = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  const goal = named ?? main.querySelector<HTMLElement>('h1') ?? main
  if (!goal.matches('a, button, input, select, textarea, summary')) goal.tabIndex = -1
  // Where the page is scrolled to, the address or the back button has decided.
  goal.focus({ preventScroll: true })
}

/** A menu or panel that the keyboard has left would cover what it goes to. */
function closeLeftMenus({ target }: FocusEvent): void {
  for (const menu of document.querySelectorAll<HTMLElement>(':popover-open'))
    if (
      target instanceof Element &&
      !menu.contains(target) &&
      target.getAttribute('popovertarget') !== menu.id
    )
      menu.hidePopover()
}

/**
 * Lets plain links and GET forms change the page without a reload, so that a list of fifty rows needs no script per
 * link. `download`, `target` or `data-hard` on a link or form opts out. On arrival open menus close, and the focus is at the new page's title.
 */
export function SoftNavigation() {
  const router = useRouter()
  const pathname = usePathname()
  const [pending, startTransition] = useTransition()
  useEffect(() => {
    const follow = (target: string | null, event: Event) => {
      if (target === null) return
      event.preventDefault()
      startTransition(() => router.push(target))
    }
    const onClick = (event: MouseEvent) => follow(softTarget(event), event)
    const onSubmit = (event: SubmitEvent) => follow(formTarget(event), event)
    document.addEventListener('click', onClick)
    document.addEventListener('submit', onSubmit)
    document.addEventListener('focusin', closeLeftMenus)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('submit', onSubmit)
      document.removeEventListener('focusin', closeLeftMenus)
    }
  }, [router])
  const shown = useRef(pathname)
  useEffect(() => {
    for (const menu of document.querySelectorAll<HTMLElement>(':popover-open')) menu.hidePopover()
    if (shown.current === pathname) return
    shown.current = pathname
    focusTitle()
  }, [pathname])
  return pending ? <div className="navigating" role="progressbar" aria-label="Loading the page" /> : null
}
