'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the main navigation, marked while its page or a page below it is shown. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname()
  const here = pathname === href
  const below = href !== '/' && pathname.startsWith(`${href}/`)
  return (
    <a href={href} className="nav-link" aria-current={here ? 'page' : below ? 'true' : undefined}>
      {children}
    </a>
  )
}
